package org.folkmoot.connectors.github;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads JSON that GitHub's REST API answered with, saved to files in any order and cut.
@Component
final class GitHubFormat implements Format {

    private static final Pattern STARTS = Pattern.compile("\\s*(?:\u00ef\u00bb\u00bf)?\\s*[\\[{]");
    private static final Pattern REPO =
            Pattern.compile("\"https://api\\.github\\.com/repos/([^/\"{]+/[^/\"{]+)[/\"]");

    /// What objects hold; those of before 2018 have no `node_id`.
    private static final List<String> MARKS =
            List.of(
                    "\"node_id\"",
                    "\"starred_at\"",
                    "\"html_url\"",
                    "\"repository_url\"",
                    "\"issue_url\"",
                    "\"events_url\"");

    @Override
    public String name() {
        return "github";
    }

    @Override
    public String title() {
        return "GitHub, as JSON of its REST API";
    }

    @Override
    public String howToGet() {
        return "Save pages of the REST API to .json files, such as: gh api --paginate "
                + "'repos/OWNER/NAME/issues?state=all' > issues.json, and so for issues/comments, "
                + "pulls/comments, discussions and stargazers. Give the folder or a zip of it.";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : pages(tree).stream().limit(5).toList()) {
            var head = head(tree, file);
            if (STARTS.matcher(head).lookingAt()
                    && MARKS.stream().anyMatch(head::contains)
                    && (head.contains("https://api.github.com/") || head.contains("/api/v3/"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var objects = new Objects(finds, only(tree, options));
        objects.begin();
        for (var file : pages(tree)) {
            Pages.read(tree, file, finds, objects::row);
        }
    }

    private static List<Tree.Entry> pages(Tree tree) {
        return tree.files().stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)"))
                .toList();
    }

    /// The repository of stars, which do not name it: the one told, else the only one that the
    /// beginnings of the files speak of.
    private static @Nullable Repo only(Tree tree, Map<String, String> options) throws IOException {
        var told = options.getOrDefault("place", "").strip().split("/");
        if (told.length == 2) {
            return new Repo("github.com", told[0], told[1]);
        }
        var names = new LinkedHashSet<String>();
        for (var file : pages(tree).stream().limit(1000).toList()) {
            REPO.matcher(head(tree, file)).results().forEach(m -> names.add(m.group(1)));
        }
        if (names.size() != 1) {
            return null;
        }
        var parts = names.iterator().next().split("/");
        return new Repo("github.com", parts[0], parts[1]);
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 8192), StandardCharsets.ISO_8859_1).replace("\\/", "/");
    }
}
