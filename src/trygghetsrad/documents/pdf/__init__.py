"""Document model to PDF: set with ReportLab, tagged for screen readers, fit for archives."""
