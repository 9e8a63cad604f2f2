package org.folkmoot.sources.mattermost;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A Mattermost server, connected by a bot account of one's own.
@Component
final class MattermostConnector implements Connector {

    @Override
    public String platform() {
        return "mattermost";
    }

    @Override
    public String title() {
        return "Mattermost";
    }

    @Override
    public String words() {
        return "People, channels, posts, threads and reactions of the teams and channels that the account is in.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In the System Console, under Integrations, switch on bot accounts; then in Integrations, Bot Accounts choose Add Bot Account and copy its token.",
                "Add the bot to the team, and to each channel that it may read.",
                "To hear of posts at once: Integrations, Outgoing Webhooks, Add, one for each channel, with the address shown here after connecting; copy its token.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address(
                        "base-url",
                        "Address of the server",
                        "Such as https://chat.example.org.",
                        ""),
                Setting.list("teams", "Teams", "Names, if it shall not be all the account is in."),
                Setting.list(
                        "channels",
                        "Channels",
                        "Names as in their addresses, or ids, if it shall not be all the account is in."));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "Of a bot account, or a personal one. With it we read what the account may read, and post when you do so here.",
                        "member of the team and of each channel, for posts and people",
                        "delete_others_posts and edit_others_posts, only if you want to moderate from here"),
                Credential.optional(
                        "webhook-token",
                        "Token of the outgoing webhook",
                        "Its calls bring it; several are divided by commas. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new MattermostManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return String.valueOf(connection.address("base-url").getHost());
    }

    @Override
    public String look(Line line) {
        var me = new MattermostApi(line).me();
        return "Signed in as %s.".formatted(me.path("username").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new MattermostPulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new MattermostCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MattermostActs());
    }
}
