package org.folkmoot.access;

import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Finds what the link of an invitation leads to.
@Component
class InvitationDoor {

    private final Doors doors;
    private final Invitations invitations;

    InvitationDoor(Doors doors, Invitations invitations) {
        this.doors = doors;
        this.invitations = invitations;
    }

    /// @param path of the link
    record Open(Door door, Invitation invitation, String path) {}

    /// @throws Refusal.NotFound when there is none, or no more
    Open open(String slug, String secret) throws Exception {
        var door = doors.find(slug).orElseThrow(InvitationDoor::gone);
        var invitation =
                Here.as(door.id(), null, () -> invitations.find(secret))
                        .orElseThrow(InvitationDoor::gone);
        return new Open(door, invitation, "/join/" + slug + "/" + secret);
    }

    private static Refusal gone() {
        return new Refusal.NotFound("This invitation");
    }
}
