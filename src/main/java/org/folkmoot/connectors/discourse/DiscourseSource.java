package org.folkmoot.connectors.discourse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.Tree;

/// Which forum this is: what the person says, else an address the pages themselves call their own,
/// else `discourse:forum`. Links in posts tell nothing: they differ from page to page.
final class DiscourseSource {

    private static final Pattern OWN =
            Pattern.compile(
                    "\"(?:base_url|canonical_url|absolute_url|full_url|post_full_url|topic_full_url)\"\\s*:\\s*\"https?://([^/\":]+)");

    private DiscourseSource() {}

    static String of(Tree tree, Map<String, String> options) throws IOException {
        var told = options.getOrDefault("source", "").strip().toLowerCase(Locale.ROOT);
        if (!told.isEmpty()) {
            return told.startsWith("discourse:")
                    ? told
                    : "discourse:" + told.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        }
        for (var file : tree.files().stream().limit(20).toList()) {
            var own = OWN.matcher(new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8));
            if (own.find()) {
                return "discourse:" + own.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return "discourse:forum";
    }
}
