package org.folkmoot;

import org.folkmoot.shell.Shell;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The whole of it, in one process. Two modules may use the same word for two things.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Folkmoot {

    /// Runs a verb of the command line; `run` without one.
    public static void main(String[] args) {
        System.exit(Shell.run(Folkmoot.class, args));
    }
}
