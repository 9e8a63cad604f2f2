package org.folkmoot.connectors.wordpress;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;

/// One site's authors, articles and comments. Drafts, revisions, menus, attachments and comments in
/// the spam or the bin are nobody's activity and left out.
final class WxrSite {

    static final String BLOG = "blog";
    private static final Set<String> PUBLISHED = Set.of("", "publish", "private", "closed");
    private static final Set<String> NO_POSTS =
            Set.of(
                    "attachment",
                    "nav_menu_item",
                    "revision",
                    "custom_css",
                    "customize_changeset",
                    "oembed_cache",
                    "user_request");

    private final String told;
    private final String file;
    private final Finds finds;
    private final Map<String, String> about = new HashMap<>();
    private final WxrPeople people;
    private String source = "";

    WxrSite(String told, String file, Finds finds) {
        this.told = told.strip();
        this.file = file;
        this.finds = finds;
        this.people = new WxrPeople(finds);
    }

    /// A line of the site's own description, before its authors and items.
    void about(String name, String text) {
        about.putIfAbsent(name, text);
    }

    void author(WxrElement author) {
        start();
        var login = author.get("wp:author_login");
        if (login.isEmpty()) {
            refuse(author, "This author has no login.");
            return;
        }
        people.author(source, login, author);
    }

    void item(WxrElement item) {
        start();
        var type = item.get("wp:post_type");
        if (!PUBLISHED.contains(item.get("wp:status"))
                || NO_POSTS.contains(type)
                || type.startsWith("wp_")) {
            return;
        }
        // previews and what other tools write in this format have no numbers
        var id = first(item.get("wp:post_id"), item.get("guid"), item.get("link"));
        var own = date(item.get("wp:post_date_gmt"));
        var at =
                own != null
                        ? own
                        : first(date(item.get("wp:post_date")), date(item.get("pubDate")));
        if (id.isEmpty() || at == null) {
            refuse(
                    item,
                    id.isEmpty()
                            ? "This post has no id."
                            : "This post has no date that can be read.");
            item.comments().forEach(comment -> comment(comment, id, item.get("link"), null));
            return;
        }
        var login = item.get("dc:creator");
        people.writer(source, login);
        var changed = date(item.get("wp:post_modified_gmt"));
        var forum = type.equals("reply") && !item.get("wp:post_parent").matches("0?");
        finds.add(
                Deed.of(source, id, kind(type), login.isEmpty() ? null : login, at)
                        .inferred(own == null)
                        .in(BLOG)
                        .under(forum ? item.get("wp:post_parent") : null)
                        .titled(blankToNull(item.get("title")))
                        .saying(blankToNull(item.get("content:encoded")))
                        .at(blankToNull(item.get("link")))
                        .edited(changed != null && changed.isAfter(at) ? changed : null)
                        .fact("type", type.equals("post") ? null : type)
                        .fact("private", item.get("wp:status").equals("private") ? "true" : null)
                        .fact("excerpt", item.get("excerpt:encoded"))
                        .fact("categories", terms(item, "category"))
                        .fact("tags", first(terms(item, "post_tag"), terms(item, "tag"))));
        if (item.get("wp:is_sticky").equals("1")) {
            finds.add(new Mark(source, id, Mark.What.PINNED, null, null));
        }
        item.comments().forEach(comment -> comment(comment, id, item.get("link"), at));
    }

    private void comment(WxrElement comment, String post, String link, @Nullable Instant posted) {
        if (!comment.get("wp:comment_approved").matches("1?")) {
            return;
        }
        var id = comment.get("wp:comment_id");
        if (id.isEmpty()) {
            refuse(comment, "This comment has no id.");
            return;
        }
        var own =
                first(
                        date(comment.get("wp:comment_date_gmt")),
                        date(comment.get("wp:comment_date")));
        if (own == null && posted == null) {
            refuse(comment, "Neither this comment nor its post has a date that can be read.");
            return;
        }
        var linked = comment.get("wp:comment_type").matches("pingback|trackback");
        var parent = comment.get("wp:comment_parent");
        finds.add(
                Deed.of(
                                source,
                                "c" + id,
                                linked ? Kind.SYSTEM_NOTE : Kind.COMMENT,
                                linked ? null : people.commenter(source, comment),
                                own == null ? posted : own)
                        .inferred(own == null)
                        .in(BLOG)
                        .under(parent.matches("0?") ? blankToNull(post) : "c" + parent)
                        .saying(blankToNull(comment.get("wp:comment_content")))
                        .at(
                                linked
                                        ? blankToNull(comment.get("wp:comment_author_url"))
                                        : link.isBlank() ? null : link + "#comment-" + id)
                        .fact("type", linked ? comment.get("wp:comment_type") : null)
                        .fact("by", linked ? comment.get("wp:comment_author") : null));
    }

    private void start() {
        if (!source.isEmpty()) {
            return;
        }
        var home =
                first(
                        about.get("wp:base_blog_url"),
                        about.get("link"),
                        about.get("wp:base_site_url"),
                        "site");
        var bare = bare(home);
        source =
                told.isEmpty()
                        ? "wordpress:" + bare
                        : told.startsWith("wordpress:") ? told : "wordpress:" + told;
        var title = first(about.get("title"), bare);
        finds.add(new Found.Origin(source, title, Markup.HTML));
        finds.add(
                Found.Place.of(source, BLOG, title, Style.PUBLICATION)
                        .about(
                                blankToNull(about.getOrDefault("description", "")),
                                blankToNull(about.getOrDefault("link", ""))));
    }

    /// The blog's address as it is part of every source: without its scheme and a last slash.
    static String bare(String home) {
        return home.replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
    }

    static Kind kind(String type) {
        return switch (type) {
            case "topic" -> Kind.MESSAGE; // of the forum plugin bbPress
            case "reply" -> Kind.REPLY;
            default -> Kind.ARTICLE;
        };
    }

    private static @Nullable Instant date(String text) {
        return Dates.USUAL.read(text);
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    static String first(@Nullable String... values) {
        for (var value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static String terms(WxrElement item, String domain) {
        return String.join(", ", item.terms().getOrDefault(domain, List.of()));
    }

    private void refuse(WxrElement element, String reason) {
        finds.add(new Found.Refused(file, element.line(), reason, element.raw()));
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }
}
