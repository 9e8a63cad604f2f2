package org.folkmoot.sources.matrix;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Matrix rooms, connected by an account that has joined them.
@Component
final class MatrixConnector implements Connector {

    @Override
    public String platform() {
        return "matrix";
    }

    @Override
    public String title() {
        return "Matrix";
    }

    @Override
    public String words() {
        return "People, messages, threads, reactions and who came and went, of the rooms that an account of yours has joined.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Make an account for Folkmoot on your homeserver and let it join the rooms that it may read.",
                "In Element, signed in with that account, open All settings, Help & About, Access Token, and copy it. Do not sign out there: close the window.",
                "To moderate from here give the account the role of a moderator in the room.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
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
                        "Address of the homeserver",
                        "Such as https://matrix.example.org.",
                        ""),
                Setting.list(
                        "rooms",
                        "Rooms",
                        "Internal ids, such as !abc:example.org, if it shall not be all the account has joined."));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "With it we read the rooms that the account has joined, and write when you do so here.",
                        "member of each room, for what is said there",
                        "moderator of a room, only if you want to delete and ban from here"));
    }

    @Override
    public Manners manners() {
        return new MatrixManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return "Matrix " + connection.address("base-url").getHost();
    }

    @Override
    public String look(Line line) {
        return "Signed in as %s.".formatted(new MatrixApi(line).me());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new MatrixPulls(line).from(from);
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MatrixActs());
    }
}
