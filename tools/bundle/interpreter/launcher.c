/* The one executable of a Linux bundle, and its only name there: sticks with FAT and exFAT hold no links. It runs the program; with
   options of Python (-c, -B -P -s -m ...) it is the interpreter, which worker processes are started with, and under the name
   `python3` always. Everything is found beside the executable, nothing is taken from the environment. */

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

/* A later version that lies beside this one and is in use (workstation/updates) is run instead, by the name of its folder alone. */
static void
run_in_use(const char *home, char **argv)
{
    char path[2 * ROOM], name[256], there[ROOM], here[ROOM];
    snprintf(path, sizeof path, "%s/../concord-in-use", home);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return;
    }
    int read = fgets(name, sizeof name, file) != NULL;
    fclose(file);
    if (!read) {
        return;
    }
    name[strcspn(name, "\r\n")] = '\0';
    if (name[0] == '\0' || name[0] == '.' || strchr(name, '/')) {
        return;
    }
    snprintf(path, sizeof path, "%s/../%s", home, name);
    if (realpath(path, there) == NULL || realpath(home, here) == NULL || strcmp(there, here) == 0) {
        return;
    }
    snprintf(path, sizeof path, "%s/workstation", there);
    char *called = argv[0];
    argv[0] = path;
    execv(path, argv);
    argv[0] = called; /* it is not there or cannot run: this version does */
}

/* Options of the program itself are whole words after two hyphens, and -h. */
static int
asks_for_python(int argc, char **argv)
{
    const char *called = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
    if (strncmp(called, "python", 6) == 0) {
        return 1;
    }
    return argc > 1 && argv[1][0] == '-' && argv[1][1] != '\0' && strchr("-h", argv[1][1]) == NULL;
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
    int plain = asks_for_python(argc, argv);
    /* `program back` is always this version's: the one in use may be what does not start. */
    int back = argc > 2 && strcmp(argv[1], "program") == 0 && strcmp(argv[2], "back") == 0;
    if (!plain && !back) {
        run_in_use(home, argv);
    }

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
    set(&config, &config.executable, home, "workstation");
    set(&config, &config.base_executable, home, "workstation");
    check(PyConfig_SetBytesArgv(&config, argc, argv));
    if (!plain) {
        check(PyConfig_SetString(&config, &config.run_command,
            L"import sys; from ui.__main__ import main; sys.exit(main())\n"));
        /* A program that replaces itself runs its interpreter with these words. */
        const wchar_t *anew[] = {L"workstation", L"-m", L"ui"};
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
