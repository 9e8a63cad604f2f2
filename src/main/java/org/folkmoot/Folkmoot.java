package org.folkmoot;

import org.folkmoot.shell.Shell;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The whole of it, in one process.
@SpringBootApplication
public class Folkmoot {

    /// Runs a verb of the command line; `run` without one.
    public static void main(String[] args) {
        System.exit(Shell.run(Folkmoot.class, args));
    }
}
