"""Other programs' formats, read into plain facts and written from them."""
