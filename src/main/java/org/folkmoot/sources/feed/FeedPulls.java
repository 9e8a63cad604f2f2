package org.folkmoot.sources.feed;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.feed.FeedAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;

/// Reads a feed, and at first the pages of older articles that it may have. Later it is asked only
/// whether it changed, which costs its site next to nothing.
final class FeedPulls {

    private static final int MOST_PAGES = 500;
    private static final Pattern LINK = Pattern.compile("(?is)<link\\b[^>]*>");
    private static final Pattern FEED =
            Pattern.compile("(?is)type\\s*=\\s*[\"']?application/(?:rss|atom|rdf)\\+xml");
    private static final Pattern HREF = Pattern.compile("(?is)href\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Line line;

    FeedPulls(Line line) {
        this.line = line;
    }

    Pull from(String cursor) {
        var given = FeedConnector.address(line.connection());
        var told = Cursors.read(cursor, At.class, () -> At.first(given));
        var at = told.given().equals(given) ? told : At.first(given);
        return at.older().isEmpty() ? latest(at) : older(at);
    }

    private Pull latest(At at) {
        var reply = line.ask(ifChanged(at).allowing(304));
        if (reply.status() == 304) {
            return new Pull.Caught(List.of(), Cursors.write(at), false, "");
        }
        var basket = new Found.Basket();
        FeedAnswers.Told feed;
        try {
            feed = read(reply, at.address(), basket);
        } catch (IOException e) {
            return elsewhere(at, reply);
        }
        var next =
                at.read(reply.header("etag").orElse(""), reply.header("last-modified").orElse(""));
        return on(
                at.begun() ? next : next.older(further(at, at.address(), feed, basket)),
                wanted(basket));
    }

    private Pull older(At at) {
        var basket = new Found.Basket();
        try {
            var feed = read(line.ask(ask(at.older())), at.older(), basket);
            return on(at.older(further(at, at.older(), feed, basket)), wanted(basket));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static Pull on(At next, List<Found> found) {
        var more = !next.older().isEmpty();
        return new Pull.Caught(
                found,
                Cursors.write(next),
                more,
                more ? "older articles, page " + next.pages() : "");
    }

    /// The next page, if it is at the same host, and what is wanted goes back so far.
    private String further(At at, String here, FeedAnswers.Told feed, Found.Basket basket) {
        var past = basket.all(Deed.class).stream().anyMatch(d -> !since(d));
        if (feed.next().isEmpty() || past || at.pages() >= MOST_PAGES) {
            return "";
        }
        var next = resolved(here, feed.next());
        return next.equals(here) ? "" : next;
    }

    private List<Found> wanted(Found.Basket basket) {
        return basket.all().stream().filter(f -> !(f instanceof Deed d) || since(d)).toList();
    }

    private boolean since(Deed deed) {
        var at = deed.at();
        return at == null || !at.isBefore(line.connection().since());
    }

    /// A page for people names its feed in its head.
    private Pull elsewhere(At at, Reply reply) {
        var links = LINK.matcher(reply.text());
        while (links.find()) {
            var href = HREF.matcher(links.group());
            if (FEED.matcher(links.group()).find() && href.find()) {
                var to = resolved(at.given(), href.group(1).replace("&amp;", "&"));
                if (!to.isEmpty() && !to.equals(at.address()) && at.address().equals(at.given())) {
                    return new Pull.Caught(
                            List.of(),
                            Cursors.write(at.at(to)),
                            true,
                            "the feed that the page names");
                }
            }
        }
        return unreadable(new IOException("neither a feed nor a page that names one"));
    }

    private static Pull unreadable(IOException e) {
        return new Pull.Unreachable(
                "What is at that address cannot be read as a feed: %s.".formatted(e.getMessage()),
                false);
    }

    /// Empty when it leads to another host, or nowhere.
    private static String resolved(String from, String to) {
        try {
            var base = URI.create(from);
            var uri = base.resolve(to.strip());
            return base.getRawAuthority().equals(uri.getRawAuthority())
                            && base.getScheme().equals(uri.getScheme())
                    ? uri.toString().replaceFirst("#.*$", "")
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static FeedAnswers.Told read(Reply reply, String address, Found.Basket basket)
            throws IOException {
        return FeedAnswers.read(
                reply.bytes(), reply.header("content-type").orElse(""), address, basket);
    }

    private static Ask ifChanged(At at) {
        var ask = ask(at.address());
        if (!at.begun()) {
            return ask;
        }
        var tagged = at.tag().isEmpty() ? ask : ask.with("If-None-Match", at.tag());
        return at.changed().isEmpty() ? tagged : tagged.with("If-Modified-Since", at.changed());
    }

    static Ask ask(String address) {
        return Ask.get(URI.create(address), "")
                .with(
                        "Accept",
                        "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
    }
}
