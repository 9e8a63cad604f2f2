package org.folkmoot.sources.feed;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// The feed of a site, which needs no sign-in.
@Component
final class FeedConnector implements Connector {

    @Override
    public String platform() {
        return "feed";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("rss", "atom");
    }

    @Override
    public String title() {
        return "RSS or Atom feed";
    }

    @Override
    public String words() {
        return "Articles of any site that has a feed, and who wrote them.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Type the feed's address (often /feed, /rss.xml or /atom.xml), or that of a page that names its feed.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                                "base-url",
                                "Address of the feed",
                                "Such as https://blog.example.org/feed. Whoever may see connections sees it.",
                                "")
                        .required());
    }

    @Override
    public List<Credential> secrets() {
        return List.of();
    }

    @Override
    public Manners manners() {
        return new FeedManners();
    }

    /// All feeds of a host share its patience.
    @Override
    public String bucket(Connection connection) {
        var host = URI.create(address(connection)).getRawAuthority();
        return "feed " + (host == null ? "" : host.toLowerCase(Locale.ROOT));
    }

    @Override
    public String nameOf(Connection connection) {
        return address(connection).replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    static String address(Connection connection) {
        return connection.setting("base-url");
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        try {
            var uri = URI.create(address(connection));
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && List.of("http", "https").contains(uri.getScheme())) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + ". Copy the address of the feed anew.");
        }
        return Optional.of("That is no address of a feed, such as https://blog.example.org/feed.");
    }

    @Override
    public String look(Line line) {
        var address = address(line.connection());
        var basket = new Found.Basket();
        try {
            var feed = FeedPulls.read(line.ask(FeedPulls.ask(address)), address, basket);
            var articles = basket.all(Deed.class);
            return articles.isEmpty()
                    ? "%s has no articles yet.".formatted(feed.title())
                    : "%s answers. Its first article is: %s"
                            .formatted(feed.title(), articles.getFirst().title());
        } catch (IOException e) {
            return "This is a page, not a feed; the feed that it names is read, if it names one.";
        }
    }

    @Override
    public Pull pull(Line line, String from) {
        return new FeedPulls(line).from(from);
    }

    /// Nobody publishes so often, and whoever offers a feed is asked by many.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }
}
