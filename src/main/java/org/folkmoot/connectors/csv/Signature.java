package org.folkmoot.connectors.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.connectors.intake.Tree;

/// The CSV files of known tools, told by their header rows, in one place so that no two readers
/// claim the same file and the general one leaves them alone. The first that fits counts.
public enum Signature {
    DISCORD_CHAT("authorid author date content attachments reactions"),
    DISCOURSE_USERS("id username trustlevel lastseenat"),
    CROWD_DEV("id displayname identities joinedat attributes"),
    SAVANNAH_MEMBERS("member company role firstseen lastseen activitycount"),
    SAVANNAH_CONTRIBUTORS("member company firstcontrib lastcontrib contribcount"),
    ORBIT_ACTIVITIES(
            "title",
            "activitytype activitytypekey type",
            "occurredat",
            "name email github twitter linkedin discord member"),
    ORBIT_ACTIVITIES_2(
            "title",
            "key",
            "activitytype activitytypekey type linktext linkurl",
            "name email github twitter linkedin discord member"),
    ORBIT_MEMBERS(
            "name email github twitter linkedin discord",
            "teammate tshirt orbitlevel shippingaddress love",
            "bio avatarurl tags location company url"),
    COMMON_ROOM(
            "fullname name username",
            "primaryemail email",
            "segments leadscore leadscores jobhistory profiles"
                    + " commonroomurl commonroomid titleatcompany roleatcompany companydomain"),
    COMMON_ROOM_ACTIVITIES(
            "activitytype type",
            "activitytime timestamp",
            "contactid providername providerid isuserinitiated subsource");

    private static final int HEAD = 1 << 14;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and Set.of
    private final List<Set<String>> groups;

    /// One word list: all of them. Several: at least one of each.
    Signature(String... groups) {
        this.groups =
                groups.length == 1
                        ? Arrays.stream(groups[0].split(" ")).map(Set::of).toList()
                        : Arrays.stream(groups).map(g -> Set.of(g.split(" "))).toList();
    }

    private boolean fits(Set<String> words) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(words::contains));
    }

    static Optional<Signature> of(List<String> header) {
        var words = header.stream().map(CsvHeader::word).collect(Collectors.toSet());
        return Arrays.stream(values()).filter(signature -> signature.fits(words)).findFirst();
    }

    /// The tool that wrote this file, by its first row; empty for files of no known tool.
    public static Optional<Signature> of(Tree tree, Tree.Entry file) throws IOException {
        return looksLikeCsv(file) ? of(firstRow(tree, file)) : Optional.empty();
    }

    /// Whether its name ends in `.csv`, `.tsv` or `.tab`.
    public static boolean looksLikeCsv(Tree.Entry file) {
        return file.name().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(csv|tsv|tab)");
    }

    static List<String> firstRow(Tree tree, Tree.Entry file) throws IOException {
        return CsvSyntax.firstRow(tree.head(file, HEAD));
    }

    /// The first file of the tree with one of these signatures; looks at ten at most.
    public static boolean any(Tree tree, Set<Signature> wanted) throws IOException {
        for (var file : tree.files().stream().filter(Signature::looksLikeCsv).limit(10).toList()) {
            var signature = of(tree, file);
            if (signature.isPresent() && wanted.contains(signature.get())) {
                return true;
            }
        }
        return false;
    }
}
