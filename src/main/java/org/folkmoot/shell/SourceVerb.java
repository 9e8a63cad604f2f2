package org.folkmoot.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.connections.SourceTold;
import org.folkmoot.sources.hearing.Arranging;
import org.folkmoot.sources.outgoing.Subscribers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "source",
        description = "Connect platforms and ask them; each has its page in docs/connectors.",
        subcommands = {
            SourcePlatforms.class,
            SourceVerb.Add.class,
            SourceVerb.Set.class,
            SourceVerb.ListAll.class,
            SourcePull.class,
            SourceVerb.Try.class,
            SourceOffers.class,
            SourceRules.class,
            SourceVerb.Listen.class,
            SourceVerb.Pause.class,
            SourceVerb.Resume.class,
            SourceCompare.class,
            SourceRefused.class,
            SourceRemove.class,
            SourceAct.class,
            SourceSaid.class,
            SourceVerb.Rekey.class
        })
final class SourceVerb extends Site {

    SourceVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    /// What all of them say of a connection.
    static void tell(InCommunity verb, ConfigurableApplicationContext site, Source source) {
        verb.say(
                SourceTold.of(source, site.getBean(HookPath.class).of(source)),
                SourceWords.of(source));
    }

    /// Settings and secrets, as they are typed.
    abstract static class Telling extends InCommunity {

        @Option(
                names = "--setting",
                paramLabel = "NAME=VALUE",
                description = "As named on the platform's page; again for more.")
        Map<String, String> settings = new TreeMap<>();

        @Option(
                names = "--secret",
                paramLabel = "NAME=VALUE",
                description =
                        "Is sealed. VALUE may be env:NAME or file:PATH, so that it shows in no list of processes.")
        Map<String, String> secrets = new TreeMap<>();

        Telling(Class<?> application) {
            super(application);
        }

        Map<String, String> secrets() {
            return SourceWords.read(secrets);
        }
    }

    @Command(name = "add", description = "Connect a platform.")
    static final class Add extends Telling {

        @Parameters(index = "0", paramLabel = "PLATFORM", description = "Such as github.")
        String platform = "";

        @Option(names = "--name", description = "What to call it (default: what it reads).")
        String name = "";

        Add(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            tell(this, site, site.getBean(Joining.class).add(platform, name, settings, secrets()));
        }
    }

    /// A verb about one connection.
    abstract static class AboutOne extends InCommunity {

        @Parameters(index = "0", paramLabel = "ID", description = "As source list tells it.")
        long id;

        AboutOne(Class<?> application) {
            super(application);
        }

        void again(ConfigurableApplicationContext site) {
            tell(this, site, site.getBean(Sources.class).get(id));
        }
    }

    @Command(name = "set", description = "Give a connection other settings or secrets.")
    static final class Set extends Telling {

        @Parameters(index = "0", paramLabel = "ID", description = "As source list tells it.")
        long id;

        Set(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            site.getBean(Joining.class).change(id, settings, secrets());
            tell(this, site, site.getBean(Sources.class).get(id));
        }
    }

    @Command(name = "list", description = "List the connections and how they get on.")
    static final class ListAll extends InCommunity {

        ListAll(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            List<Source> all = site.getBean(Sources.class).all();
            all.forEach(source -> tell(this, site, source));
            if (all.isEmpty() && !json) {
                out().println("Nothing is connected yet. See: folkmoot source add --help");
            }
        }
    }

    @Command(name = "try", description = "Read one real thing, to see that a connection works.")
    static final class Try extends AboutOne {

        Try(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var seen = site.getBean(Joining.class).look(id);
            say(Map.of("id", id, "seen", seen), seen);
        }
    }

    @Command(
            name = "listen",
            description = "Ask its platform to call this installation, where it can be asked.")
    static final class Listen extends AboutOne {

        Listen(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var until = site.getBean(Arranging.class).arrange(id);
            say(
                    Map.of("id", id, "until", until.toString()),
                    until.equals(Instant.MAX)
                            ? "It calls us from now on."
                            : "It calls us until %s; that is renewed.".formatted(until));
        }
    }

    @Command(name = "pause", description = "Ask it no more for now.")
    static final class Pause extends AboutOne {

        Pause(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            site.getBean(Joining.class).pause(id);
            again(site);
        }
    }

    @Command(name = "resume", description = "Ask it again, also one that was broken.")
    static final class Resume extends AboutOne {

        Resume(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            site.getBean(Joining.class).resume(id);
            again(site);
        }
    }

    @Command(name = "rekey", description = "Seal all secrets anew with the present key.")
    static final class Rekey extends InCommunity {

        Rekey(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var count =
                    site.getBean(Joining.class).rekey() + site.getBean(Subscribers.class).rekey();
            say(
                    Map.of("connections", count),
                    "Sealed anew: %d connections and subscribers.".formatted(count));
        }
    }
}
