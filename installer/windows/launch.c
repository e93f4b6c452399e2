/* Starts Trygghetsråd: finds the Python beside this program and runs the package with it.
 *
 * Built twice: trygghetsrad.exe for the desktop, and with -DCONSOLE trygghetsrad-cli.exe for terminals and
 * scripts. Only kernel32 is linked: what would load the C runtime earlier would also read the standard
 * handles before they are mended below. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define LIBRARY L"python313.dll"

typedef int (*RunPython)(int, wchar_t **);

static const wchar_t *SORRY =
    L"Trygghetsråd kan inte starta: " LIBRARY L" saknas eller går inte att läsa. "
    L"Installera programmet på nytt. Dina rådsfiler ligger på ett annat ställe och är orörda.";

static int refuse(void)
{
#ifdef CONSOLE
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    char text[1024];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, SORRY, -1, text, sizeof text, NULL, NULL);
    if (length > 0)
        WriteFile(errors, text, (DWORD)length - 1, &written, NULL);
#else
    typedef int(WINAPI * Tell)(HWND, const wchar_t *, const wchar_t *, UINT);
    HMODULE windows = LoadLibraryW(L"user32.dll");
    Tell tell = windows ? (Tell)(void *)GetProcAddress(windows, "MessageBoxW") : NULL;
    if (tell)
        tell(NULL, SORRY, L"Trygghetsråd", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

/* A program from the desktop has no standard handles; what is written there must go somewhere. Handles that
 * a pipe or a file stands behind are left as they are. */
static void mend(DWORD which)
{
    HANDLE found = GetStdHandle(which);
    if (found == NULL || found == INVALID_HANDLE_VALUE) {
        SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
        HANDLE nowhere = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                     &inherited, OPEN_EXISTING, 0, NULL);
        if (nowhere != INVALID_HANDLE_VALUE)
            SetStdHandle(which, nowhere);
    }
}

int wmain(int argc, wchar_t **argv)
{
    static wchar_t own[LONGEST], library[LONGEST];
    static wchar_t *fixed[] = {own, L"-I", L"-X", L"utf8", L"-m", L"trygghetsrad"};
    const int count = sizeof fixed / sizeof fixed[0];

    DWORD length = GetModuleFileNameW(NULL, own, LONGEST);
    wchar_t *name = wcsrchr(own, L'\\');
    if (length == 0 || length >= LONGEST || name == NULL)
        return refuse();
    size_t folder = (size_t)(name - own) + 1;
    if (folder + wcslen(LIBRARY) >= LONGEST)
        return refuse();
    wmemcpy(library, own, folder);
    wcscpy(library + folder, LIBRARY);

    mend(STD_INPUT_HANDLE);
    mend(STD_OUTPUT_HANDLE);
    mend(STD_ERROR_HANDLE);
    /* Nothing is ever loaded from the folder the person happens to stand in. */
    SetDllDirectoryW(L"");
    /* The program is its own Python, so a helper process is started without -m. */
    SetEnvironmentVariableW(L"TRYGGHETSRAD_BUNDLED", L"1");

    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    RunPython run = python ? (RunPython)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **words = calloc((size_t)(count + argc), sizeof *words);
    if (run == NULL || words == NULL)
        return refuse();
    for (int i = 0; i < count; i++)
        words[i] = fixed[i];
    for (int i = 1; i < argc; i++)
        words[count + i - 1] = argv[i];
    return run(count + argc - 1, words);
}
