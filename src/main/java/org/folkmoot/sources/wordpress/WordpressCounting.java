package org.folkmoot.sources.wordpress;

import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.wordpress.WordpressAnswers;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many posts and comments the site's lists hold that anybody may read.
final class WordpressCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var site = Site.find(line);
        var source = WordpressAnswers.source(site.home());
        var posts =
                line.connection().list("types").stream().mapToLong(t -> total(line, site, t)).sum();
        return List.of(
                new Total("posts", posts, source, "", Set.of(Kind.ARTICLE, Kind.MESSAGE)),
                new Total(
                        "comments",
                        total(line, site, Lists.COMMENTS),
                        source,
                        "",
                        Set.of(Kind.COMMENT, Kind.REPLY)));
    }

    private static long total(Line line, Site site, String list) {
        var reply = line.ask(site.get(line, list).query("per_page", "1").query("_fields", "id"));
        return reply.header("x-wp-total")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
