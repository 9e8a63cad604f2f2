package org.folkmoot.care;

import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who looks after a person and when the team last spoke with them, for programs.
@RestController
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping(
        path = "/api/v1/communities/{slug}/members/{member}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class CareApi {

    private final Owners owners;
    private final Watches watches;
    private final Touched touched;
    private final Persons persons;
    private final Colleagues colleagues;

    CareApi(
            Owners owners,
            Watches watches,
            Touched touched,
            Persons persons,
            Colleagues colleagues) {
        this.owners = owners;
        this.watches = watches;
        this.touched = touched;
        this.persons = persons;
        this.colleagues = colleagues;
    }

    /// @param last null: nobody from the team has spoken with them yet
    record Care(
            long member,
            @Nullable Long owner,
            @Nullable String ownerName,
            @Nullable Instant ownerSince,
            @Nullable Last last) {}

    record Last(Instant at, @Nullable Long activity, String mate, String how) {}

    record Owner(@Nullable Long account) {}

    @GetMapping("/care")
    @Needs(Permission.SEE_PEOPLE)
    Care care(Visitor visitor, @PathVariable long member) {
        var who = persons.get(member, visitor.may(Permission.SEE_CONTACT_DATA));
        var owner = owners.of(who.member());
        return new Care(
                who.member(),
                owner.map(Owners.Said::account).orElse(null),
                owner.map(Owners.Said::name).orElse(null),
                owner.map(Owners.Said::at).orElse(null),
                touched.last(who.member())
                        .map(t -> new Last(t.at(), t.activity(), t.mate(), t.how()))
                        .orElse(null));
    }

    @PutMapping("/owner")
    Care own(Visitor visitor, @PathVariable long member, @RequestBody Owner owner) {
        if (owner.account() == null) {
            throw new Refusal.Unusable("Name an account of the team, or delete the owner.");
        }
        owners.set(List.of(member), owner.account());
        return care(visitor, member);
    }

    @DeleteMapping("/owner")
    Care disown(Visitor visitor, @PathVariable long member) {
        owners.set(List.of(member), null);
        return care(visitor, member);
    }

    /// For a teammate of that account: a program itself watches nobody.
    @PutMapping("/watchers/{account}")
    Care watch(Visitor visitor, @PathVariable long member, @PathVariable long account) {
        watches.begin(mate(account), member);
        return care(visitor, member);
    }

    @DeleteMapping("/watchers/{account}")
    Care unwatch(Visitor visitor, @PathVariable long member, @PathVariable long account) {
        watches.end(mate(account), member);
        return care(visitor, member);
    }

    private long mate(long account) {
        return colleagues
                .find(account)
                .orElseThrow(() -> new Refusal.NotFound("This teammate"))
                .account();
    }
}
