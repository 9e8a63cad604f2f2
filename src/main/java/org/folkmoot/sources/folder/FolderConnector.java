package org.folkmoot.sources.folder;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.Delivery;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// A folder of the server, for whatever writes exports by itself: a door's badge reader, a shop, a
/// nightly job. What may be watched is the operator's to say.
@Component
final class FolderConnector implements Connector {

    private final Environment environment;
    private final Delivery delivery;

    FolderConnector(Environment environment, Delivery delivery) {
        this.environment = environment;
        this.delivery = delivery;
    }

    @Override
    public String platform() {
        return "folder";
    }

    @Override
    public String title() {
        return "Watched folder";
    }

    @Override
    public String words() {
        return "Files that are put into a folder of the server: CSV, and every export that can be imported.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Whoever operates this installation names the folders that may be watched (folkmoot.connectors.folder.allowed-roots).",
                "Type a folder below one of these, and have files put into it. Each is imported once, as on the page Imports.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                                "path",
                                "Folder",
                                "A path below a folder that the operator allows, such as badges or /srv/drop/badges.",
                                "")
                        .required());
    }

    @Override
    public List<Credential> secrets() {
        return List.of();
    }

    @Override
    public Manners manners() {
        return () -> "The folder";
    }

    @Override
    public String bucket(Connection connection) {
        return "folder " + connection.setting("path");
    }

    @Override
    public String nameOf(Connection connection) {
        return connection.setting("path");
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        try (var folder = roots().open(connection.setting("path"))) {
            Waiting.in(folder);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of("There is no folder %s.".formatted(connection.setting("path")));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Roots roots() {
        return Roots.of(environment.getProperty(Roots.SETTING, ""));
    }

    @Override
    public String look(Line line) {
        var wrong = wrongWith(line.connection());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        try (var folder = roots().open(line.connection().setting("path"))) {
            var files = Waiting.in(folder);
            return files.isEmpty()
                    ? "The folder is there, and empty."
                    : "The folder is there. The latest of %d files: %s"
                            .formatted(files.size(), files.getLast().name());
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public Pull pull(Line line, String from) {
        return new FolderPulls(
                        line,
                        roots(),
                        (name, content) -> delivery.take(name, content, "watched folder"))
                .from(from);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }
}
