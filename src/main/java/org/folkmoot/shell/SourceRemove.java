package org.folkmoot.shell;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.sources.hearing.Removing;
import org.folkmoot.sources.leaving.Leave;
import org.folkmoot.sources.leaving.Leaving;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "remove",
        description =
                "Let go of it; what it brought stays, unless --erase is given, which cannot be undone.")
final class SourceRemove extends SourceVerb.AboutOne {

    @Option(
            names = "--erase",
            description = "Erase what it brought. Without --name it only tells what would go.")
    boolean erase;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "With --erase: the connection's name, to show that you mean it.")
    String name = "";

    SourceRemove(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        if (!erase) {
            var problem = site.getBean(Removing.class).remove(id);
            removed(Map.of(), problem, "Removed. What it brought stays.");
            return;
        }
        var leaving = site.getBean(Leaving.class);
        var leave = leaving.preview(id);
        if (name.isBlank()) {
            say(Map.of("id", id, "removed", false, "goes", leave), words(leave));
            return;
        }
        var problem = leaving.begin(id, name);
        leaving.finish();
        removed(Map.of("gone", leave), problem, "Removed, and what it brought is gone.");
    }

    /// @param problem what is left to do at the platform
    private void removed(Map<String, ?> more, Optional<String> problem, String words) {
        var all = new TreeMap<String, Object>(more);
        all.put("id", id);
        all.put("removed", true);
        problem.ifPresent(why -> all.put("problem", why));
        say(all, problem.map(why -> words + " " + why).orElse(words));
    }

    private static String words(Leave leave) {
        return """
                Would go: %,d activities, %,d people, %,d figures. Would stay: %,d activities that another connection reads too, %,d people of whom something else is known.
                What imported files brought of the same places (%,d imports of this platform) would go too. There is no undo. To do it, add --name and the connection's name."""
                .formatted(
                        leave.activities(),
                        leave.people(),
                        leave.figures(),
                        leave.shared(),
                        leave.known(),
                        leave.imports());
    }
}
