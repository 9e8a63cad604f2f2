package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.activity.Activities;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Formats;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Importer;
import org.folkmoot.connectors.Imports;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Identities;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "import",
        description = {
            "Bring an export in. Importing the same file again adds nothing; a run that was cut short goes on.",
            "KIND is one of: slack, discord, telegram, stackexchange, mail, git, github, discourse, wordpress, feed, ical,"
                    + " orbit, commonroom, savannah, crowddev, csv, folkmoot; or auto."
        })
final class ImportVerb extends Site {

    @Parameters(index = "0", paramLabel = "KIND", description = "What kind of export it is.")
    String kind = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "The file or folder.")
    Path path = Path.of("");

    @Option(names = "--community", paramLabel = "SLUG", description = "Into which community.")
    @Nullable String community;

    @Option(names = "--json", description = "End with one line of JSON.")
    boolean json;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "What the kind's page in docs/connectors names, such as source=NAME.")
    Map<String, String> options = new TreeMap<>();

    @Option(names = "--no-mailmap", description = "git: do not follow the .mailmap.")
    boolean noMailmap;

    @Option(names = "--all-refs", description = "git: all branches and tags, not only HEAD.")
    boolean allRefs;

    ImportVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        if (!java.nio.file.Files.exists(path)) {
            throw new Refusal.Unusable("There is no file or folder %s.".formatted(path));
        }
        if (noMailmap) {
            options.put("no-mailmap", "true");
        }
        if (allRefs) {
            options.put("refs", "all");
        }
        try (var site = backstage()) {
            return in(site, community, _ -> run(site));
        }
    }

    private int run(ConfigurableApplicationContext site) throws IOException {
        var imports = site.getBean(Imports.class);
        Import plan;
        boolean known;
        try (var tree = Tree.of(path.toAbsolutePath().normalize())) {
            var format = format(site.getBean(Formats.class), tree);
            known = format.recognises(tree);
            plan =
                    imports.plan(
                            format.name(),
                            String.valueOf(path.toAbsolutePath().normalize().getFileName()),
                            tree.root().toString(),
                            options,
                            format.fingerprint(tree),
                            "command line");
        }
        if (plan.position() > 0 && !json) {
            out().printf("Going on where it stopped, after %,d findings.%n", plan.position());
        }
        var done = site.getBean(Importer.class).run(plan.id(), this::tell);
        var code = end(site, imports, done);
        if (done.counts().read() > 0 || known) {
            return code;
        }
        err().printf(
                        "Nothing in %s could be read as %s. What it should hold: docs/connectors/README.md%n",
                        done.name(), kind);
        return 1;
    }

    private Format format(Formats formats, Tree tree) throws IOException {
        return kind.equals("auto")
                ? formats.recognise(tree)
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "This is no export we know. Name its kind; see: folkmoot import --help"))
                : formats.named(kind);
    }

    private void tell(Import now) {
        if (!json && System.console() != null) {
            err().printf(
                            "\r%3.0f %%  %,d read, %,d stored, %,d known, %,d refused ",
                            now.done() * 100,
                            now.counts().read(),
                            now.counts().stored(),
                            now.counts().known(),
                            now.counts().refused());
            err().flush();
        }
    }

    private int end(ConfigurableApplicationContext site, Imports imports, Import done) {
        var c = done.counts();
        var whole = done.state() == Import.State.DONE && c.refused() == 0;
        if (json) {
            var line = new LinkedHashMap<String, Object>();
            line.put("read", c.read());
            line.put("stored", c.stored());
            line.put("known", c.known());
            line.put("refused", c.refused());
            line.put("members", site.getBean(Identities.class).members());
            line.put("activities", site.getBean(Activities.class).count());
            out().println(JsonMapper.shared().writeValueAsString(line));
        } else {
            out().printf(
                            "%n%s: read %,d, stored %,d, already known %,d, refused %,d; %,d new people, %,d new activities.%n",
                            done.name(),
                            c.read(),
                            c.stored(),
                            c.known(),
                            c.refused(),
                            c.people(),
                            c.activities());
        }
        if (done.problem() != null) {
            err().println(done.problem());
        }
        if (c.refused() > 0) {
            for (var row : imports.refused(done.id(), 0, 20)) {
                err().printf("Refused: %s line %d: %s%n", row.file(), row.line(), row.reason());
            }
            err().println(
                            "All refused rows are listed on the import's page. They are tried again when you import it again.");
        }
        return whole ? 0 : 1;
    }
}
