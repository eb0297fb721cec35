/* The one executable of a Linux bundle. Called `workstation` it runs the program; called `python3` it is the interpreter,
   which worker processes are started with. Everything is found beside the executable, nothing is taken from the environment. */

#include <Python.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM 4096

static wchar_t *
beside(const char *home, const char *name)
{
    char path[2 * ROOM];
    snprintf(path, sizeof path, "%s/%s", home, name);
    wchar_t *wide = Py_DecodeLocale(path, NULL);
    if (wide == NULL) {
        fprintf(stderr, "workstation: a path is no text\n");
        exit(1);
    }
    return wide;
}

static void
check(PyStatus status)
{
    if (PyStatus_Exception(status)) {
        Py_ExitStatusException(status);
    }
}

static void
set(PyConfig *config, wchar_t **place, const char *home, const char *name)
{
    wchar_t *text = beside(home, name);
    check(PyConfig_SetString(config, place, text));
    PyMem_RawFree(text);
}

static void
search(PyConfig *config, const char *home, const char *name)
{
    wchar_t *text = beside(home, name);
    check(PyWideStringList_Append(&config->module_search_paths, text));
    PyMem_RawFree(text);
}

int
main(int argc, char **argv)
{
    char home[ROOM];
    ssize_t length = readlink("/proc/self/exe", home, sizeof home - 1);
    if (length < 0) {
        perror("workstation: /proc/self/exe");
        return 1;
    }
    home[length] = '\0';
    *strrchr(home, '/') = '\0';
    const char *called = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
    int plain = strncmp(called, "python", 6) == 0;

    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
    check(Py_PreInitialize(&before));

    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.parse_argv = plain;
    config.site_import = 0;
    config.write_bytecode = 0;
    config.pathconfig_warnings = 0;
    config.install_signal_handlers = 1;
    config.module_search_paths_set = 1;
    search(&config, home, "lib/python3.11");
    search(&config, home, "app");
    search(&config, home, "packages");
    set(&config, &config.prefix, home, "");
    set(&config, &config.base_prefix, home, "");
    set(&config, &config.exec_prefix, home, "");
    set(&config, &config.base_exec_prefix, home, "");
    set(&config, &config.stdlib_dir, home, "lib/python3.11");
    set(&config, &config.executable, home, "python3");
    set(&config, &config.base_executable, home, "python3");
    check(PyConfig_SetBytesArgv(&config, argc, argv));
    if (!plain) {
        check(PyConfig_SetString(&config, &config.run_command,
            L"import sys; from ui.__main__ import main; sys.exit(main())\n"));
        /* A program that replaces itself runs its interpreter with these words. */
        const wchar_t *anew[] = {L"python3", L"-m", L"ui"};
        for (int i = 0; i < 3; i++) {
            check(PyWideStringList_Append(&config.orig_argv, anew[i]));
        }
        for (Py_ssize_t i = 1; i < config.argv.length; i++) {
            check(PyWideStringList_Append(&config.orig_argv, config.argv.items[i]));
        }
    }
    check(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    return Py_RunMain();
}
