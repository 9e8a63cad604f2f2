package org.folkmoot.shell;

import java.util.List;
import org.folkmoot.sources.outbox.Dispatch;
import org.folkmoot.sources.outbox.Outgoing;
import org.folkmoot.sources.outbox.OutgoingTold;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "said",
        description = "What was said and done there; take it back, or try it again.")
final class SourceSaid extends SourceVerb.AboutOne {

    private static final int MOST = 50;

    @Option(names = "--undo", paramLabel = "N", description = "Take it back, while it is held.")
    @Nullable Long undo;

    @Option(
            names = "--again",
            paramLabel = "N",
            description = "Try it again; what may have arrived is looked for first.")
    @Nullable Long again;

    SourceSaid(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var dispatch = site.getBean(Dispatch.class);
        if (undo != null) {
            dispatch.takeBack(id, undo);
            tell(this, dispatch.get(id, undo));
        } else if (again != null) {
            tell(this, dispatch.again(id, again));
        } else {
            List<Outgoing> all = dispatch.of(id, MOST);
            all.forEach(one -> tell(this, one));
            if (all.isEmpty() && !json) {
                out().println("Nothing was said there from here yet.");
            }
        }
    }

    static void tell(InCommunity verb, Outgoing one) {
        verb.say(OutgoingTold.of(one), words(one));
    }

    private static String words(Outgoing one) {
        var held = one.state() == Outgoing.State.HELD;
        var problem = one.problem();
        var url = one.url();
        return "%d  %s on %s: %s%s.%s%s"
                .formatted(
                        one.id(),
                        one.what().words(),
                        one.target(),
                        one.state().words(),
                        held ? " until " + one.goAt() : "",
                        problem == null ? "" : " " + problem,
                        url == null ? "" : " " + url);
    }
}
