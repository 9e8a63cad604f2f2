package org.folkmoot.access;

import java.security.Principal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Leads everybody from `/` to where they work.
@Controller
class FrontPage {

    private final Accounts accounts;
    private final Teammates teammates;
    private final Doors doors;

    FrontPage(Accounts accounts, Teammates teammates, Doors doors) {
        this.accounts = accounts;
        this.teammates = teammates;
        this.doors = doors;
    }

    @GetMapping("/")
    String front(@Nullable Principal who) throws Exception {
        if (who == null) {
            return "redirect:/sign-in";
        }
        var account = accounts.find(who.getName());
        return account.isEmpty() ? "redirect:/sign-in" : "redirect:" + home(account.get());
    }

    /// Today in the community last visited, else in the first; the account itself when it has none.
    String home(Account account) throws Exception {
        return nearest(account).map(door -> "/c/" + door.slug() + "/today").orElse("/account");
    }

    /// The community last visited, else the first.
    Optional<Door> nearest(Account account) throws Exception {
        var mine = Here.as(null, account.id(), () -> teammates.communitiesOf(account.id()));
        return doors.all().stream()
                .filter(door -> mine.contains(door.id()))
                .min(
                        Comparator.comparing(
                                door ->
                                        !Objects.equals(
                                                door.id().value(), account.lastCommunity())));
    }
}
