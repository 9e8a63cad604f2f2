package org.folkmoot.shell;

import java.util.List;
import java.util.Map;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.identity.WhoIsWho;
import org.folkmoot.kernel.Refusal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What somebody says of who is who, by command; each can be looked at before it is done.
abstract class MergeByHand extends InCommunity {

    @Option(names = "--preview", description = "Say what would change, and change nothing.")
    boolean preview;

    MergeByHand(Class<?> application) {
        super(application);
    }

    abstract WhoIsWho.Changes foreseen(WhoIsWho known);

    abstract void done(Merging merging);

    @Override
    final void work(ConfigurableApplicationContext site) {
        if (!preview) {
            done(site.getBean(Merging.class));
            return;
        }
        var changes = foreseen(site.getBean(WhoIsWho.class));
        say(
                Map.of("before", changes.before(), "after", changes.after()),
                changes.before().isEmpty()
                        ? "Nothing would change."
                        : "Now, by their accounts: %s%nThen: %s"
                                .formatted(changes.before(), changes.after()));
    }

    void say(Merging.Done done, String words) {
        say(
                Map.of("batch", done.batch()),
                "%s Undo it with: merge undo %d".formatted(words, done.batch()));
    }

    @Command(name = "join", description = "Make the people of two accounts one.")
    static final class Join extends MergeByHand {

        @Parameters(index = "0", paramLabel = "ID", description = "An account, as `members` says.")
        long one;

        @Parameters(index = "1", paramLabel = "ID", description = "Another account.")
        long other;

        Join(Class<?> application) {
            super(application);
        }

        private Pair pair() {
            if (one == other) {
                throw new Refusal.Unusable("Give two different accounts.");
            }
            return new Pair(one, other);
        }

        @Override
        WhoIsWho.Changes foreseen(WhoIsWho known) {
            return known.ifMerged(pair());
        }

        @Override
        void done(Merging merging) {
            say(merging.merge(pair(), List.of()), "They are one person now.");
        }
    }

    @Command(name = "part", description = "Make accounts people of their own.")
    static final class Part extends MergeByHand {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The accounts.")
        List<Long> accounts = List.of();

        Part(Class<?> application) {
            super(application);
        }

        @Override
        WhoIsWho.Changes foreseen(WhoIsWho known) {
            return known.ifAllParted(accounts);
        }

        @Override
        void done(Merging merging) {
            say(
                    merging.partAll(accounts),
                    accounts.size() == 1
                            ? "This account is a person of its own now."
                            : "Each of these accounts is a person of its own now.");
        }
    }

    @Command(name = "give", description = "Give an account to somebody else.")
    static final class Give extends MergeByHand {

        @Parameters(index = "0", paramLabel = "ID", description = "The account.")
        long account;

        @Parameters(index = "1", paramLabel = "ID", description = "An account of the other.")
        long other;

        Give(Class<?> application) {
            super(application);
        }

        @Override
        WhoIsWho.Changes foreseen(WhoIsWho known) {
            return known.ifMoved(account, other);
        }

        @Override
        void done(Merging merging) {
            say(merging.move(account, other), "This account is theirs now.");
        }
    }

    @Command(name = "undo", description = "Undo a batch as `merge list` names it.")
    static final class Undo extends MergeByHand {

        @Parameters(index = "0", paramLabel = "BATCH", description = "Which.")
        long batch;

        Undo(Class<?> application) {
            super(application);
        }

        @Override
        WhoIsWho.Changes foreseen(WhoIsWho known) {
            return known.ifUndone(known.batch(batch));
        }

        @Override
        void done(Merging merging) {
            var undone = merging.undoBatch(batch);
            say(
                    Map.of("undone", undone),
                    undone == 1 ? "Undone." : "Undone: %d steps.".formatted(undone));
        }
    }
}
