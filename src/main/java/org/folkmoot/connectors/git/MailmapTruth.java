package org.folkmoot.connectors.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevWalk;
import org.folkmoot.connectors.Found;

/// Which addresses a repository's `.mailmap` says are one person's: what a guess is measured by.
public final class MailmapTruth {

    private MailmapTruth() {}

    /// @param names the names each address was seen with, by the address in lower case
    /// @return of each address that the `.mailmap` names, whose it is: that person's own address.
    ///     One that it gives to several people by name is nobody's and left out
    public static Map<String, String> people(
            Path folder, Map<String, ? extends Collection<String>> names) throws IOException {
        var mailmap = read(folder);
        var people = new HashMap<String, String>();
        for (var address : mailmap.addresses()) {
            var seen = names.get(address);
            if (seen == null) {
                continue;
            }
            var owners = new HashSet<String>();
            for (var name : seen) {
                if (mailmap.tells(name, address)) {
                    owners.add(String.valueOf(mailmap.resolve(new Who(name, address)).id()));
                }
            }
            if (owners.size() < 2) {
                people.put(address, owners.isEmpty() ? address : owners.iterator().next());
            }
        }
        return people;
    }

    private static Mailmap read(Path folder) throws IOException {
        try (var repository = GitFolder.open(folder);
                var walk = new RevWalk(repository)) {
            var head = repository.resolve("HEAD");
            return head == null
                    ? Mailmap.NONE
                    : GitFormat.mailmap(repository, walk.parseCommit(head), new Found.Basket());
        }
    }
}
