package org.folkmoot.shell;

import picocli.CommandLine;

/// The command line's front door.
public final class Shell {

    private Shell() {}

    /// Runs one verb to its end.
    ///
    /// @param application the Spring application that the verbs start when they need it
    /// @return the exit code
    public static int run(Class<?> application, String[] args) {
        var root = new FolkmootCommand();
        var line = new CommandLine(root, new VerbFactory(application));
        line.setUnmatchedOptionsArePositionalParams(false);
        line.setExecutionExceptionHandler(new InWords());
        line.setParameterExceptionHandler(new InWords());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }
}
