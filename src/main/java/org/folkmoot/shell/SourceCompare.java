package org.folkmoot.shell;

import org.folkmoot.sources.comparing.Advancing;
import org.folkmoot.sources.comparing.Compared;
import org.folkmoot.sources.comparing.Comparing;
import org.folkmoot.sources.comparing.Rehearsal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "compare",
        description =
                "Hold what is here against what the platform has, and tell how far it is. Changes nothing.")
final class SourceCompare extends SourceVerb.AboutOne {

    @Option(
            names = "--again",
            description = "Instead of totals: what reading it again would change.")
    boolean again;

    SourceCompare(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var comparing = site.getBean(Comparing.class);
        if (again) {
            var rehearsal = comparing.rehearse(id);
            say(rehearsal, words(rehearsal));
            return;
        }
        for (var one : comparing.compare(id)) {
            say(one, words(one));
        }
        var advance = site.getBean(Advancing.class).of(id);
        say(advance, advance.words());
    }

    private static String words(Compared one) {
        return "%s: %,d there, %,d here".formatted(one.name(), one.theirs(), one.ours());
    }

    private static String words(Rehearsal r) {
        var told =
                "%,d rows of %d pages: %,d would be new, %,d would change, %,d are known, %,d cannot be used."
                        .formatted(
                                r.read(),
                                r.pages(),
                                r.fresh(),
                                r.changed(),
                                r.known(),
                                r.refused());
        return r.examples().isEmpty()
                ? told
                : told + " Not here yet: " + String.join("; ", r.examples());
    }
}
