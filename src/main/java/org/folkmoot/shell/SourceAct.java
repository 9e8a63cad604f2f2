package org.folkmoot.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.outbox.Dispatch;
import org.folkmoot.sources.outbox.Outgoing;
import org.folkmoot.sources.outbox.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "act",
        aliases = "say",
        description = {
            "Say or do something there: reply, post, react, hide, ban, create an event...",
            "It is held for ten seconds, in which source said ID --undo N takes it back, and goes out by the server that runs, or at once with --wait."
        })
final class SourceAct extends SourceVerb.AboutOne {

    @Option(
            names = "--what",
            required = true,
            description = "Such as reply, post, react, delete, hide, label, ban, event, contact.")
    String what = "";

    @Option(
            names = "--on",
            paramLabel = "ACTIVITY",
            description = "The activity it is about, by its number here.")
    @Nullable Long on;

    @Option(
            names = "--target",
            paramLabel = "ID",
            description = "Instead of --on: a place, post or person as the platform calls it.")
    String target = "";

    @Option(names = "--title", description = "Of a post, an event or a task.")
    String title = "";

    @Option(
            names = "--text",
            description = "What is said; the emoji, the label or the reason. file:PATH reads it.")
    String text = "";

    @Option(
            names = "--more",
            paramLabel = "NAME=VALUE",
            description = "What it needs besides, such as minutes=60; again for more.")
    Map<String, String> more = new TreeMap<>();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Not before then, such as 2026-05-01T09:00:00Z.")
    String at = "";

    @Option(names = "--wait", description = "Wait until it is there, and send it from here.")
    boolean wait;

    SourceAct(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var dispatch = site.getBean(Dispatch.class);
        var act = Act.What.of(what);
        if ((on == null) == target.isBlank()) {
            throw new Refusal.Unusable("Say on what: either --on or --target.");
        }
        var goal = on == null ? target : dispatch.target(act, on);
        var words =
                text.startsWith("file:")
                        ? SourceWords.read(Map.of("text", text)).get("text")
                        : text;
        var said = new Said(act, goal, title, words == null ? "" : words, more, time());
        var one = dispatch.say(id, said);
        SourceSaid.tell(this, wait ? sent(site, dispatch, one) : one);
    }

    private @Nullable Instant time() {
        try {
            return at.isBlank() ? null : Instant.parse(at.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(at + " is no time like 2026-05-01T09:00:00Z.");
        }
    }

    private Outgoing sent(ConfigurableApplicationContext site, Dispatch dispatch, Outgoing handed) {
        var clock = site.getBean(Clock.class);
        if (Duration.between(clock.instant(), handed.goAt()).toMinutes() >= 10) {
            throw new Refusal.Unusable(
                    "It goes out at %s, which is too long to wait for; it is kept."
                            .formatted(handed.goAt()));
        }
        var one = handed;
        while (one.state() == Outgoing.State.HELD && one.problem() == null) {
            rest(Math.max(200, Duration.between(clock.instant(), one.goAt()).toMillis() + 1));
            if (!dispatch.send()) {
                throw new Refusal.Unusable("In a made-up community nothing leaves.");
            }
            one = dispatch.get(id, one.id());
        }
        return one;
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting was interrupted", e);
        }
    }
}
