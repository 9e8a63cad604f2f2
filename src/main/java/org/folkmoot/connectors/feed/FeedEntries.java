package org.folkmoot.connectors.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// One feed's articles and their authors. An article without an author is the feed's own.
final class FeedEntries {

    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    /// RSS's `ada@example.org (Ada Lovelace)`.
    private static final Pattern MAILBOX =
            Pattern.compile("^\\s*(\\S+@\\S+?)\\s*(?:\\((.*)\\))?\\s*$");

    private final SyndFeed feed;
    private final String source;
    private final String place;
    private final String title;
    private final String file;
    private final Finds finds;
    private final String base;
    private final Set<String> said = new HashSet<>();

    FeedEntries(SyndFeed feed, String told, String file, Finds finds) {
        this.feed = feed;
        this.file = file;
        this.finds = finds;
        this.base = first(web(first(feed.getLink())), web(file));
        var home = whole(first(feed.getLink(), feed.getUri()));
        var host = first(host(home), host(base));
        this.source = told.isEmpty() ? "feed:" + (host.isEmpty() ? "import" : host) : told;
        this.place = home.isEmpty() ? "feed" : home;
        this.title = first(feed.getTitle(), host, "Feed");
    }

    void read() {
        finds.add(new Found.Origin(source, title, Markup.HTML));
        finds.add(
                Found.Place.of(source, place, title, Style.PUBLICATION)
                        .about(
                                blankToNull(feed.getDescription()),
                                blankToNull(whole(feed.getLink()))));
        feed.getForeignMarkup().forEach(this::gone);
        var number = 0;
        for (var entry : feed.getEntries()) {
            number++;
            var own = instant(entry.getPublishedDate());
            var changed = instant(entry.getUpdatedDate());
            var at =
                    own != null
                            ? own
                            : changed != null ? changed : instant(feed.getPublishedDate());
            if (at == null) {
                finds.add(
                        new Found.Refused(
                                file,
                                number,
                                "Neither this article nor its feed has a date that can be read.",
                                first(entry.getTitle(), entry.getLink(), entry.getUri())));
            } else {
                article(entry, at, own == null && changed == null, changed);
            }
        }
    }

    /// An article of which the feed says that it was taken back (RFC 6721).
    private void gone(Element markup) {
        var id = first(markup.getAttributeValue("ref"));
        if (markup.getName().equals("deleted-entry")
                && markup.getNamespaceURI().equals(TOMBSTONES)
                && !id.isEmpty()) {
            finds.add(new Found.Mark(source, id, Found.Mark.What.DELETED, null, null));
        }
    }

    private void article(SyndEntry entry, Instant at, boolean inferred, @Nullable Instant changed) {
        var text = text(entry);
        finds.add(
                Deed.of(source, id(entry, text), Kind.ARTICLE, author(entry), at)
                        .inferred(inferred)
                        .in(place)
                        .titled(blankToNull(entry.getTitle()))
                        .saying(blankToNull(text))
                        .at(blankToNull(whole(entry.getLink())))
                        .edited(changed != null && changed.isAfter(at) ? changed : null)
                        .files(
                                entry.getEnclosures().stream()
                                        .map(e -> first(e.getUrl()))
                                        .filter(u -> !u.isEmpty())
                                        .toList())
                        .fact("comments", entry.getComments())
                        .fact(
                                "categories",
                                entry.getCategories().stream()
                                        .map(SyndCategory::getName)
                                        .filter(name -> name != null && !name.isBlank())
                                        .collect(Collectors.joining(", "))));
    }

    /// Empty for what is no address of the web.
    private static String web(String address) {
        return address.strip().matches("(?i)https?://\\S+") ? address.strip() : "";
    }

    /// An address that is told from the site's, or from where the feed itself is.
    private String whole(@Nullable String link) {
        var told = first(link);
        try {
            return base.isEmpty() || told.isEmpty()
                    ? told
                    : URI.create(base).resolve(told.strip()).toString();
        } catch (IllegalArgumentException e) {
            return told; // it is passed on as it stands
        }
    }

    private String id(SyndEntry entry, String text) {
        var given = first(entry.getUri(), whole(entry.getLink()));
        return given.isEmpty()
                ? "hash:"
                        + UUID.nameUUIDFromBytes(
                                (first(entry.getTitle()) + "\n" + text)
                                        .getBytes(StandardCharsets.UTF_8))
                : given;
    }

    private static String text(SyndEntry entry) {
        var contents =
                entry.getContents().stream()
                        .map(SyndContent::getValue)
                        .filter(v -> v != null && !v.isBlank())
                        .findFirst();
        var about = entry.getDescription();
        return contents.orElse(about == null ? "" : first(about.getValue()));
    }

    private String author(SyndEntry entry) {
        var person = entry.getAuthors().isEmpty() ? null : entry.getAuthors().getFirst();
        var name = first(person == null ? null : person.getName(), entry.getAuthor());
        var email = first(person == null ? null : person.getEmail());
        var mailbox = MAILBOX.matcher(name);
        if (mailbox.matches()) {
            email = mailbox.group(1);
            name = first(mailbox.group(2), email);
        }
        var id =
                name.isEmpty() && email.isEmpty()
                        ? "feed"
                        : first(email, name).toLowerCase(Locale.ROOT).strip();
        if (said.add(id)) {
            finds.add(
                    Person.of(source, id)
                            .with(Field.NAME, first(name, email, title))
                            .with(Field.EMAIL, email)
                            .with(
                                    Field.WEBSITE,
                                    person == null
                                            ? (id.equals("feed") ? whole(feed.getLink()) : null)
                                            : person.getUri()));
        }
        return id;
    }

    private static String host(String address) {
        try {
            var host = URI.create(address.strip()).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // a feed may name itself by anything
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String first(@Nullable String... values) {
        for (var value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
