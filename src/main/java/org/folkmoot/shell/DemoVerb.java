package org.folkmoot.shell;

import org.folkmoot.demo.DemoLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Add the made-up demo community to this installation (run --demo opens on it).")
final class DemoVerb extends Site {

    @Option(names = "--seed", defaultValue = "1", description = "Another seed, another history.")
    long seed = 1;

    DemoVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage()) {
            var started = System.nanoTime();
            var loaded = site.getBean(DemoLoader.class).load(seed);
            out().printf(
                            "The demo community %s has %,d activities (%.1f s).%n",
                            loaded.slug(),
                            loaded.activities(),
                            (System.nanoTime() - started) / 1e9);
        }
        return 0;
    }
}
