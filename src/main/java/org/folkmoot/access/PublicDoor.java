package org.folkmoot.access;

import java.util.concurrent.Callable;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Lets people who are not of the team into the public pages of a community, `/p/{slug}/...`: what
/// they see there, the handler must allow by itself, mostly because a signed link says so.
@Component
public class PublicDoor {

    private final Doors doors;

    PublicDoor(Doors doors) {
        this.doors = doors;
    }

    /// Work for a visitor of a public page; what it throws goes on to the page.
    public interface Work<T> {
        T of(Door door) throws Exception;
    }

    /// Works within the community, as nobody in particular.
    ///
    /// @throws Refusal.NotFound when there is no such community
    public <T> T in(String slug, Work<T> work) throws Exception {
        var door = doors.find(slug).orElseThrow(() -> new Refusal.NotFound("This page"));
        Callable<T> call = () -> work.of(door);
        return Here.as(door.id(), null, call);
    }
}
