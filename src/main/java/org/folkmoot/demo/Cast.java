package org.folkmoot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.folkmoot.demo.Role.Drive;
import org.jspecify.annotations.Nullable;

/// Everybody, and who of them speaks next: the eager more often, and nobody before they joined,
/// after they left, or (if it can be helped) in their night.
final class Cast {

    /// How likely people open their laptop at each hour of their own day.
    private static final int[] HOURS = {
        1, 0, 0, 0, 0, 1, 3, 8, 16, 24, 28, 26, 17, 20, 25, 26, 22, 17, 12, 10, 11, 11, 7, 3
    };

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Urn(List<Actor> people, double[] upTo) {}

    private final List<Actor> all;
    private final Map<String, Integer> places = new HashMap<>();
    private final Chance chance;
    private final Map<Platform, Map<Drive, Urn>> urns = new EnumMap<>(Platform.class);
    private Instant day = Instant.EPOCH;

    Cast(List<Actor> all, Chance chance) {
        this.all = new ArrayList<>(all);
        this.chance = chance;
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i).handle(), i);
        }
    }

    List<Actor> all() {
        return List.copyOf(all);
    }

    Actor named(String handle) {
        return all.get(place(handle));
    }

    private int place(String handle) {
        var place = places.get(handle);
        if (place == null) {
            throw new IllegalArgumentException("Nobody called " + handle);
        }
        return place;
    }

    /// They give up: from then on they are silent.
    void disappoint(Actor actor, Instant at) {
        all.set(place(actor.handle()), actor.leaving(at, actor.gone()));
    }

    void dawn(LocalDate today) {
        day = Casting.midnight(today);
        urns.clear();
    }

    /// Somebody who is moved to speak there and then, or null if nobody suits.
    @Nullable Actor someone(Platform platform, Drive drive, Instant at, Predicate<Actor> suits) {
        var urn =
                urns.computeIfAbsent(platform, p -> new EnumMap<>(Drive.class))
                        .computeIfAbsent(drive, d -> fill(platform, d));
        if (urn.people().isEmpty()) {
            return null;
        }
        Actor asleep = null;
        for (int attempt = 0; attempt < 24; attempt++) {
            double ball = chance.unit() * urn.upTo()[urn.upTo().length - 1];
            int found = Arrays.binarySearch(urn.upTo(), ball);
            var actor =
                    urn.people()
                            .get(Math.min(urn.people().size() - 1, found < 0 ? -found - 1 : found));
            if (suits.test(actor) && actor.on(platform, at)) {
                int hour = at.atZone(actor.zone()).getHour();
                if (hour >= 7 && hour < 24) {
                    return actor;
                }
                asleep = actor;
            }
        }
        return asleep;
    }

    /// A moment of that day at which they would be at their desk.
    Instant moment(Actor actor, LocalDate on) {
        int ball = chance.between(0, Arrays.stream(HOURS).sum() - 1);
        int hour = 0;
        while (ball >= HOURS[hour]) {
            ball -= HOURS[hour++];
        }
        return on.atTime(hour, 0)
                .atZone(actor.zone())
                .toInstant()
                .plusSeconds(chance.between(0, 3599));
    }

    private Urn fill(Platform platform, Drive drive) {
        var people = new ArrayList<Actor>();
        var upTo = new double[all.size()];
        double sum = 0;
        var tonight = day.plus(Duration.ofHours(23));
        for (var actor : all) {
            double weight = actor.role().eagerness(drive) * actor.weight();
            if (weight > 0 && actor.on(platform, tonight)) {
                sum += weight;
                upTo[people.size()] = sum;
                people.add(actor);
            }
        }
        return new Urn(people, Arrays.copyOf(upTo, people.size()));
    }
}
