package org.folkmoot.demo;

import java.time.Instant;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;

/// Tells each account as its platform would show it: no platform knows everything, and people call
/// themselves differently here and there.
final class Profiles {

    private final Instant until;
    private final Finds finds;

    Profiles(Instant until, Finds finds) {
        this.until = until;
        this.finds = finds;
    }

    void tell(Actor actor) {
        actor.accounts().forEach((platform, joined) -> finds.add(account(actor, platform, joined)));
    }

    private Person account(Actor actor, Platform platform, Instant joined) {
        var left = actor.gone() ? actor.left() : null;
        var person =
                Person.of(platform.source(), actor.id(platform))
                        .flag(Person.Flag.BOT, actor.role() == Role.BOT)
                        .flag(Person.Flag.STAFF, actor.role() == Role.STAFF)
                        .asOf(until);
        int habit = actor.handle().hashCode() & 7;
        return switch (platform) {
            case SLACK ->
                    person.with(Field.NAME, actor.name())
                            .with(Field.HANDLE, actor.handle())
                            .with(Field.EMAIL, actor.email())
                            .with(Field.TITLE, actor.title())
                            .with(Field.TIMEZONE, actor.zone().getId())
                            .with(
                                    Field.GITHUB,
                                    habit == 1 && actor.accounts().containsKey(Platform.GITHUB)
                                            ? actor.handle()
                                            : null)
                            .tagged(
                                    actor.role() == Role.CHAMPION
                                            ? Set.of("champion", "welcomer")
                                            : Set.of())
                            .joined(joined)
                            .left(left);
            case GITHUB ->
                    person.with(Field.NAME, habit < 5 ? actor.name() : null)
                            .with(Field.HANDLE, actor.id(platform))
                            .with(Field.EMAIL, habit == 2 ? actor.email() : null)
                            .with(Field.ORGANISATION, actor.organisation())
                            .with(Field.LOCATION, habit > 2 ? actor.city() : null)
                            .with(Field.URL, "https://github.example/" + actor.id(platform));
            case FORUM ->
                    person.with(Field.NAME, habit == 6 ? actor.handle() : actor.name())
                            .with(Field.HANDLE, actor.handle())
                            .with(Field.EMAIL, actor.email())
                            .with(Field.LOCATION, actor.city())
                            .with(Field.LANGUAGE, actor.language())
                            .with(Field.URL, "https://forum.lantern.example/u/" + actor.handle())
                            .with(
                                    Field.BIO,
                                    habit == 3 && actor.title() != null
                                            ? actor.title() + " in " + actor.city() + "."
                                            : null)
                            .joined(joined)
                            .left(left);
            case MAIL, GIT ->
                    person.with(Field.NAME, actor.name()).with(Field.EMAIL, actor.id(platform));
            case CALENDAR ->
                    person.with(Field.NAME, actor.name())
                            .with(Field.EMAIL, actor.id(platform))
                            .with(Field.ORGANISATION, actor.organisation());
        };
    }
}
