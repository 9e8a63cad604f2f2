package org.folkmoot.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.outgoing.Subscriber;
import org.folkmoot.sources.outgoing.SubscriberTold;
import org.folkmoot.sources.outgoing.Subscribers;
import org.folkmoot.sources.outgoing.Subscribing;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "subscriber",
        description = "Tell other programs what happens, see docs/connectors/outgoing.md.",
        subcommands = {
            SubscriberVerb.Add.class,
            SubscriberVerb.ListAll.class,
            SubscriberVerb.Pause.class,
            SubscriberVerb.Resume.class,
            SubscriberVerb.Remove.class,
            SubscriberVerb.Trial.class,
            SubscriberVerb.Again.class
        })
final class SubscriberVerb extends Site {

    SubscriberVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    private static String words(Subscriber one) {
        var line =
                "%d  %s  %s: %s; is told %s."
                        .formatted(
                                one.id(),
                                one.name(),
                                one.address(),
                                one.state().key(),
                                String.join(", ", one.wants()));
        return one.problem() == null ? line : line + " " + one.problem();
    }

    @Command(
            name = "add",
            description =
                    "Tell a program. Prints the secret with which it checks who calls, this once.")
    static final class Add extends InCommunity {

        @Parameters(
                index = "0",
                paramLabel = "ADDRESS",
                description = "Such as https://hooks.example.org/folkmoot.")
        String address = "";

        @Option(names = "--name", description = "What to call it (default: its host).")
        String name = "";

        @Option(
                names = "--event",
                paramLabel = "TYPE",
                description = "Such as segment.entered; again for more (default: all).")
        List<String> events = new ArrayList<>();

        Add(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var made = site.getBean(Subscribing.class).add(name, address, events);
            say(SubscriberTold.of(made), words(made.subscriber()) + "\n" + made.secret());
        }
    }

    @Command(name = "list", description = "List who is told.")
    static final class ListAll extends InCommunity {

        ListAll(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var all = site.getBean(Subscribers.class).all();
            all.forEach(one -> say(SubscriberTold.of(one), words(one)));
            if (all.isEmpty() && !json) {
                out().println("Nobody is told yet. See: folkmoot subscriber add --help");
            }
        }
    }

    /// A verb about one of them.
    abstract static class AboutOne extends InCommunity {

        @Parameters(index = "0", paramLabel = "ID", description = "As subscriber list tells it.")
        long id;

        AboutOne(Class<?> application) {
            super(application);
        }

        abstract void work(Subscribing subscribing);

        @Override
        void work(ConfigurableApplicationContext site) {
            work(site.getBean(Subscribing.class));
            var one = site.getBean(Subscribers.class).get(id);
            say(SubscriberTold.of(one), words(one));
        }
    }

    @Command(name = "pause", description = "Tell it nothing for now; what happens is kept.")
    static final class Pause extends AboutOne {

        Pause(Class<?> application) {
            super(application);
        }

        @Override
        void work(Subscribing subscribing) {
            subscribing.pause(id);
        }
    }

    @Command(name = "resume", description = "Tell it again from where it stopped.")
    static final class Resume extends AboutOne {

        Resume(Class<?> application) {
            super(application);
        }

        @Override
        void work(Subscribing subscribing) {
            subscribing.resume(id);
        }
    }

    @Command(name = "try", description = "Have the server send it something of no meaning.")
    static final class Trial extends AboutOne {

        Trial(Class<?> application) {
            super(application);
        }

        @Override
        void work(Subscribing subscribing) {
            subscribing.trial(id);
        }
    }

    @Command(name = "again", description = "Tell it again what was given up.")
    static final class Again extends AboutOne {

        Again(Class<?> application) {
            super(application);
        }

        @Override
        void work(Subscribing subscribing) {
            subscribing.again(id);
        }
    }

    @Command(name = "remove", description = "Tell it nothing more.")
    static final class Remove extends InCommunity {

        @Parameters(index = "0", paramLabel = "ID", description = "As subscriber list tells it.")
        long id;

        Remove(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            site.getBean(Subscribing.class).remove(id);
            say(Map.of("id", id, "removed", true), "Removed. It is told nothing more.");
        }
    }
}
