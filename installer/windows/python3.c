/* python3.dll holds no code of its own: python3.def passes every name on to the versioned library. */
int __stdcall DllMainCRTStartup(void *instance, unsigned long reason, void *reserved)
{
    (void)instance;
    (void)reason;
    (void)reserved;
    return 1;
}
