package org.folkmoot.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.identity.Evidence;
import org.folkmoot.identity.Reuniting;
import org.folkmoot.identity.Step;
import org.folkmoot.identity.Suggestions;
import org.folkmoot.identity.WhoIsWho;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "merge",
        description = "See which accounts are one person, merge them, and undo it.",
        subcommands = {
            MergeVerb.Run.class,
            MergeVerb.Suggest.class,
            MergeByHand.Join.class,
            MergeByHand.Part.class,
            MergeByHand.Give.class,
            MergeVerb.Log.class,
            MergeByHand.Undo.class
        })
final class MergeVerb extends Site {

    MergeVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    private static Map<String, Object> told(Step step) {
        var told = new LinkedHashMap<String, Object>();
        told.put("step", step.id());
        told.put("batch", step.batch());
        told.put("what", step.what() == Step.What.MERGE ? "merge" : "part");
        told.put("one", step.one());
        told.put("other", step.other());
        told.put("by", step.by());
        told.put("at", step.at().toString());
        told.put("undoneBy", step.undoneBy());
        told.put("evidence", step.evidence());
        return told;
    }

    private static String words(List<Evidence> evidence) {
        return String.join("; ", evidence.stream().map(Evidence::words).toList());
    }

    @Command(
            name = "run",
            description =
                    "Compare what is new and merge what is as good as certain. Imports do so by themselves.")
    static final class Run extends InCommunity {
        Run(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            var done = site.getBean(Reuniting.class).run();
            var told = new LinkedHashMap<String, Object>();
            told.put("looked", done.looked());
            told.put("compared", done.compared());
            told.put("told", done.told());
            told.put("certain", done.certain());
            say(
                    told,
                    "Looked at %d accounts and compared %d pairs: merged %d because a source says so and %d that are as good as certain."
                            .formatted(
                                    done.looked(), done.compared(), done.told(), done.certain()));
        }
    }

    @Command(
            name = "suggest",
            description = "Who may be one person, best first: somebody has to decide.")
    static final class Suggest extends InCommunity {

        @Option(
                names = "--most",
                defaultValue = "50",
                description = "How many to list (default: 50).")
        int most = 50;

        Suggest(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            for (var s : site.getBean(Suggestions.class).best(most)) {
                var told = new LinkedHashMap<String, Object>();
                told.put("one", s.match().pair().one());
                told.put("other", s.match().pair().other());
                told.put("oneMember", s.oneMember());
                told.put("otherMember", s.otherMember());
                told.put("score", s.match().score());
                told.put("evidence", s.match().evidence());
                say(
                        told,
                        "%5.1f  %d %d  %s"
                                .formatted(
                                        s.match().score(),
                                        s.match().pair().one(),
                                        s.match().pair().other(),
                                        words(s.match().evidence())));
            }
        }
    }

    @Command(name = "list", description = "What was merged and parted, newest first.")
    static final class Log extends InCommunity {

        @Option(
                names = "--most",
                defaultValue = "50",
                description = "How many to list (default: 50).")
        int most = 50;

        Log(Class<?> application) {
            super(application);
        }

        @Override
        void work(ConfigurableApplicationContext site) {
            for (var step : site.getBean(WhoIsWho.class).history(Long.MAX_VALUE, most)) {
                say(
                        told(step),
                        "%s  batch %d  %s %d%s by %s%s  %s"
                                .formatted(
                                        step.at(),
                                        step.batch(),
                                        step.what() == Step.What.MERGE ? "merge" : "part",
                                        step.one(),
                                        step.other() == null ? "" : " " + step.other(),
                                        step.by(),
                                        step.undoneBy() == null
                                                ? ""
                                                : ", undone by " + step.undoneBy(),
                                        words(step.evidence())));
            }
        }
    }
}
