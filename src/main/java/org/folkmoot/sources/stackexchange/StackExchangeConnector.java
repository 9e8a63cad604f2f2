package org.folkmoot.sources.stackexchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// A site of the Stack Exchange network, or what is tagged so there. It is only read: answers are
/// written on the site itself.
@Component
final class StackExchangeConnector implements Connector {

    @Override
    public String platform() {
        return "stackexchange";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("stackoverflow", "stack-exchange");
    }

    @Override
    public String title() {
        return "Stack Exchange";
    }

    @Override
    public String words() {
        return "Questions, answers, comments and their people, of a site such as Stack Overflow or of tags there.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Type the site's address, such as stackoverflow.com, and the tags that are yours.",
                "Without a key 300 requests a day are allowed. For 10,000 register an app on stackapps.com/apps/oauth/register, and copy its Key here. It needs no sign-in and no secret.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                                "site",
                                "Address of the site",
                                "Such as stackoverflow.com or tex.stackexchange.com.",
                                "")
                        .required(),
                Setting.list(
                        "tags",
                        "Tags",
                        "Questions with any of them. Several that must all be there are written a;b. All questions when nothing is given."),
                Setting.words(
                        "key",
                        "Key of your app",
                        "For more requests a day. Stack Exchange does not hold it to be a secret.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "Only for an installation of your own.",
                        "https://api.stackexchange.com/2.3"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of();
    }

    @Override
    public Manners manners() {
        return new StackExchangeManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var tags = String.join(", ", connection.list("tags"));
        var host = StackExchangeApi.host(connection);
        return tags.isEmpty() ? host : host + ": " + tags;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return StackExchangeApi.host(connection).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")
                ? Optional.empty()
                : Optional.of("That is no site. Give its address, such as stackoverflow.com.");
    }

    /// At least one, empty for all questions.
    static List<String> tags(Connection connection) {
        var tags = connection.list("tags");
        return tags.isEmpty() ? List.of("") : tags;
    }

    @Override
    public String look(Line line) {
        var api = new StackExchangeApi(line);
        var latest = api.latest(tags(line.connection()).getFirst()).path("items");
        return latest.isEmpty()
                ? "%s answers; there are no such questions yet.".formatted(api.host())
                : "%s answers. Where something last happened: %s"
                        .formatted(
                                api.host(),
                                HtmlUtils.htmlUnescape(latest.path(0).path("title").asString("")));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new StackExchangeCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new StackExchangePulls(line).from(from);
    }

    /// So that a day of asking when nothing is new fits into what is allowed without a key.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }
}
