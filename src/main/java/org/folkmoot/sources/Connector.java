package org.folkmoot.sources;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One platform: a small package with this, a pure translator and a page in docs/connectors. It
/// says what happened and knows no schedule, no storage and no second try.
public interface Connector {

    /// As stored, typed and in settings: `github`.
    String platform();

    /// Other names by which people ask for it: `ga4`. In lower case, and no other platform's.
    default Set<String> alsoCalled() {
        return Set.of();
    }

    /// As people call it: "GitHub".
    String title();

    /// What a connection brings, in a sentence.
    String words();

    /// How to connect it, step by step, in the platform's own words.
    List<String> steps();

    /// What the platform makes an app of, where it takes such a text.
    ///
    /// @param hook the whole address that it shall call; empty while there is none
    default String manifest(String hook) {
        return "";
    }

    Set<Ability> can();

    List<Setting> settings();

    List<Credential> secrets();

    Manners manners();

    /// Whose patience a connection shares: sources with equal buckets take turns. By default those
    /// with the same secret.
    ///
    /// @return without anything secret
    default String bucket(Connection connection) {
        return Bucket.of(this, connection);
    }

    /// A name for a connection that was given none: "ada/moot".
    String nameOf(Connection connection);

    /// What is wrong with the settings, in a sentence; empty when nothing is.
    default Optional<String> wrongWith(Connection connection) {
        return Optional.empty();
    }

    /// Reads one real thing and says what it saw, so that whoever connects knows that it works:
    /// "Signed in as ada; ada/moot is there."
    String look(Line line);

    /// One page from there on: one request, or a few that belong together. The same place must
    /// always give the same ids.
    ///
    /// @param from empty at first, later what the page before called `next`
    Pull pull(Line line, String from);

    /// How long to wait once all is here.
    default Duration pause() {
        return Duration.ofMinutes(5);
    }

    /// How much there is by its own count, where it tells that cheaply.
    default Optional<Counting> counting() {
        return Optional.empty();
    }

    /// How it gives access tokens, where they run out.
    default Optional<Grant> grant() {
        return Optional.empty();
    }

    /// What settings may name there, where it can tell.
    default Optional<Offering> offering() {
        return Optional.empty();
    }

    /// Its calls to us, where it makes any.
    default Optional<Listening> listening() {
        return Optional.empty();
    }

    /// What it tells over a lasting connection, where it does.
    default Optional<Streaming> streaming() {
        return Optional.empty();
    }

    /// What we can do there.
    default Optional<Acting> acting() {
        return Optional.empty();
    }
}
