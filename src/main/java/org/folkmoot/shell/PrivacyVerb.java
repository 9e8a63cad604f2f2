package org.folkmoot.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Copies;
import org.folkmoot.privacy.Eraser;
import org.folkmoot.privacy.Reapplying;
import org.folkmoot.privacy.UnknownKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "privacy",
        description = "Give people a copy of their data, forget them, and keep them forgotten.",
        subcommands = {
            PrivacyVerb.Copy.class,
            PrivacyVerb.Erase.class,
            PrivacyVerb.Listing.class,
            PrivacyVerb.Reapply.class,
            PrivacyVerb.WithoutKey.class
        })
final class PrivacyVerb extends Site {

    PrivacyVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    @Command(name = "export", description = "Write everything known of a person: a page and JSON.")
    static final class Copy extends InCommunity {

        @Option(names = "--member", required = true, paramLabel = "ID", description = "Who.")
        long member;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Where to (default: personal-data-ID.zip).")
        @Nullable Path output;

        Copy(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var copies = site.getBean(Copies.class);
            copies.note(member, "command line");
            var file = output == null ? Path.of("personal-data-" + member + ".zip") : output;
            try (var out = Files.newOutputStream(file)) {
                copies.zip(member, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            say(Map.of("file", file.toString()), "Wrote " + file);
        }
    }

    @Command(name = "erase", description = "Forget a person for good. There is no undo.")
    static final class Erase extends InCommunity {

        @Option(names = "--member", required = true, paramLabel = "ID", description = "Who.")
        long member;

        @Option(names = "--for-good", description = "Say so: nothing of it can be brought back.")
        boolean forGood;

        Erase(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            if (!forGood) {
                throw new Refusal.Unusable(
                        "Nothing was erased. There is no undo: add --for-good when you mean it.");
            }
            site.getBean(Eraser.class).forget(member);
            say(Map.of("erased", member), "Person %d is forgotten.".formatted(member));
        }
    }

    @Command(
            name = "list",
            description = {
                "Write who was forgotten, to keep beside your backups: without names, but with the key",
                "that tells them again. As secret as a backup."
            })
    static final class Listing extends InCommunity {

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FILE",
                description = "Where to.")
        Path output = Path.of("forgotten.json");

        Listing(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var list = site.getBean(Reapplying.class).write();
            if (list.isEmpty()) {
                say(
                        Map.of("forgotten", 0),
                        "Nobody was forgotten here: there is nothing to write.");
                return;
            }
            try {
                Files.writeString(output, list.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            say(Map.of("file", output.toString()), "Wrote " + output);
        }
    }

    @Command(
            name = "reapply",
            description = {
                "After restoring an older backup, or moving here by an export: forget everybody of a",
                "list again, and know them again when another export names them."
            })
    static final class Reapply extends InCommunity {

        @Parameters(index = "0", paramLabel = "FILE", description = "What `privacy list` wrote.")
        Path file = Path.of("forgotten.json");

        Reapply(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            try {
                var people = site.getBean(Reapplying.class).reapply(Files.readString(file));
                say(Map.of("erased", people), "Forgot %d people again.".formatted(people));
            } catch (IOException e) {
                throw new Refusal.Unusable("There is no file %s to read.".formatted(file));
            }
        }
    }

    @Command(
            name = "without-key",
            description = {
                "Let imports in although people were forgotten where this community came from, and the",
                "list of them is lost. They may come back."
            })
    static final class WithoutKey extends InCommunity {

        @Option(names = "--they-may-come-back", description = "Say that you know.")
        boolean said;

        WithoutKey(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            if (!said) {
                throw new Refusal.Unusable(
                        "Nothing was changed. Whoever was forgotten may come back: add --they-may-come-back when you mean it.");
            }
            var given = site.getBean(UnknownKey.class).giveUp();
            say(
                    Map.of("changed", given),
                    given ? "Imports may come in again." : "No key is missing here.");
        }
    }
}
