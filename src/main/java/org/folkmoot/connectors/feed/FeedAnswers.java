package org.folkmoot.connectors.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.net.URISyntaxException;
import org.folkmoot.connectors.Finds;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/// Reads what a feed's address answers, as the importer reads a feed that was saved: what both tell
/// of the same article has the same id.
public final class FeedAnswers {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private FeedAnswers() {}

    /// What a feed says of itself.
    ///
    /// @param next where older articles are, empty when it does not say (RFC 5005)
    public record Told(String title, String next) {}

    /// @param type as its server calls it, with the charset; empty when it does not
    /// @param name where it was asked for, for an article that cannot be used
    /// @throws IOException with a sentence, when this is no feed
    public static Told read(byte[] body, String type, String name, Finds finds) throws IOException {
        var feed = parsed(body, type.isEmpty() ? null : type);
        new FeedEntries(feed, "", name, finds).read();
        var title = feed.getTitle();
        return new Told(title == null ? "" : title.strip(), next(feed));
    }

    static SyndFeed parsed(byte[] body, @Nullable String type) throws IOException {
        var in = new ByteArrayInputStream(body);
        try (var reader =
                type == null
                        ? new XmlReader(in, true, "UTF-8")
                        : new XmlReader(in, type, true, "UTF-8")) {
            var document = new Document().read(reader);
            return new SyndFeedInput().build(document);
        } catch (UnsupportedEncodingException e) {
            throw new IOException(
                    "This is no feed that can be read: there is no charset “%s”."
                            .formatted(e.getMessage()),
                    e);
        } catch (FeedException | JDOMException | IllegalArgumentException e) {
            throw new IOException("This is no feed that can be read: " + e.getMessage(), e);
        } catch (NullPointerException | IndexOutOfBoundsException e) {
            // what the library throws at a feed without its channel, or a date of odd length
            throw new IOException("This is no feed that can be read: parts are missing.", e);
        }
    }

    /// Mends what feeds often have wrong, and takes no document type.
    private static final class Document extends WireFeedInput {

        org.jdom2.Document read(Reader reader) throws IOException, JDOMException {
            var document = createSAXBuilder().build(new XmlFixerReader(reader));
            for (var link : document.getRootElement().getDescendants(Filters.element())) {
                var href = link.getAttribute("href");
                if (link.getName().equals("link") && href != null) {
                    href.setValue(whole(link, href.getValue()));
                }
            }
            return document;
        }

        /// Told from the xml:base of its element.
        private static String whole(Element link, String href) {
            try {
                var base = link.getXMLBaseURI();
                return base == null || !base.isAbsolute()
                        ? href
                        : base.resolve(href.strip()).toString();
            } catch (URISyntaxException | IllegalArgumentException e) {
                return href; // it is passed on as it stands
            }
        }
    }

    private static String next(SyndFeed feed) {
        for (var link : feed.getLinks()) {
            if (older(link.getRel()) && link.getHref() != null) {
                return link.getHref();
            }
        }
        for (Element markup : feed.getForeignMarkup()) {
            if (markup.getName().equals("link")
                    && markup.getNamespaceURI().equals(ATOM)
                    && older(markup.getAttributeValue("rel"))) {
                return String.valueOf(markup.getAttributeValue("href", ""));
            }
        }
        return "";
    }

    private static boolean older(@Nullable String rel) {
        return "next".equals(rel) || "prev-archive".equals(rel);
    }
}
