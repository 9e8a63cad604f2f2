package org.folkmoot.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One type of lines that is a table's rows: how they are read from it, what may stand in each
/// field, and how they are put into it again. A field whose name ends with `?` may be missing.
///
/// @param out selects the lines: each column is a field by its label, `other.source` stands inside
///     `other`; a label that ends with `#` is an activity by its id here, one
///     that ends with `@` a teammate by their account: lines of those who left are not told
/// @param in puts `:rows` in, a JSON array, and passes over what is here already. A row has the
///     declared fields; an account's is the number of its identity, an activity's its id here,
///     a teammate's the number of their account
/// @param unless which of the rows must not be taken; null when all may
public record Keepsake(
        String type, String out, String in, List<Field> fields, @Nullable Unless unless) {

    public Keepsake {
        fields = List.copyOf(fields);
    }

    /// @param sql selects `n` of those in `:rows` that are not taken
    /// @param why in a sentence
    public record Unless(String sql, String why) {}

    record Field(String name, String as, boolean must, Reads reads) {}

    interface Reads {
        @Nullable Object from(JsonNode value, Here here);
    }

    /// What lines name, as it is here.
    ///
    /// @param mates accounts of the team by name, those whose name is theirs alone
    /// @param forgotten whether somebody who asked to be forgotten had this address
    record Here(Named named, Map<String, Long> mates, Predicate<String> forgotten) {}

    /// Somebody nothing may be kept of: the line is left out without a word.
    static final class Nobody extends RuntimeException {
        private static final long serialVersionUID = 1;

        Nobody() {
            super("forgotten", null, false, false);
        }
    }

    public static Keepsake of(String type, String out, String in) {
        return new Keepsake(type, out, in, List.of(), null);
    }

    public Keepsake unless(String sql, String why) {
        return new Keepsake(type, out, in, fields, new Unless(sql, why));
    }

    public Keepsake text(String name, int most) {
        return with(name, Readings.text(bare(name), most));
    }

    public Keepsake oneOf(String name, String... all) {
        return with(name, Readings.oneOf(bare(name), all));
    }

    public Keepsake number(String name, int least, int most) {
        return with(name, Readings.number(bare(name), least, most));
    }

    public Keepsake decimal(String name) {
        return with(name, Readings.decimal(bare(name)));
    }

    public Keepsake flag(String name) {
        return with(name, Readings.flag(bare(name)));
    }

    /// An instant, as of ISO 8601.
    public Keepsake time(String name) {
        return with(name, Readings.timely(bare(name), text -> Instant.parse(text).toString()));
    }

    public Keepsake day(String name) {
        return with(name, Readings.timely(bare(name), text -> LocalDate.parse(text).toString()));
    }

    public Keepsake clock(String name) {
        return with(name, Readings.timely(bare(name), text -> LocalTime.parse(text).toString()));
    }

    /// The account that the line itself names, as `identity`.
    public Keepsake account() {
        var more = new ArrayList<>(fields);
        more.add(new Field("", "identity", true, Keepsake::account));
        return new Keepsake(type, out, in, more, unless);
    }

    /// The same where the line may be about none; its e-mail address then says whose it is.
    public Keepsake accountIfAny() {
        var more = new ArrayList<>(fields);
        more.add(
                new Field(
                        "",
                        "identity",
                        true,
                        (row, here) -> row.has("externalId") ? account(row, here) : null));
        return new Keepsake(type, out, in, more, unless);
    }

    /// An e-mail address; of somebody who asked to be forgotten nothing is kept.
    public Keepsake address(String name) {
        return with(
                name,
                (value, here) -> {
                    var address = value.asString("").replace("\0", "").strip();
                    if (address.length() > 320) {
                        throw Readings.wrong(name, "is too long for an address");
                    }
                    if (here.forgotten().test(address)) {
                        throw new Nobody();
                    }
                    return address;
                });
    }

    /// An account that an object in the line names.
    public Keepsake account(String name) {
        return with(name, Keepsake::account);
    }

    private static Long account(JsonNode naming, Here here) {
        if (!naming.path("source").isString() || !naming.path("externalId").isString()) {
            throw new Refusal.Unusable("This line says no account.");
        }
        return here.named().account(naming).orElseThrow(Nobody::new);
    }

    /// A list of accounts, without those of whom nothing may be kept.
    public Keepsake accounts(String name) {
        return with(
                name,
                (value, here) ->
                        value.valueStream()
                                .flatMap(one -> here.named().account(one).stream())
                                .toList());
    }

    public Keepsake activity(String name) {
        return with(
                name,
                (value, here) ->
                        here.named()
                                .activity(value)
                                .orElseThrow(
                                        () ->
                                                new Refusal.Unusable(
                                                        "The activity that it is about is not here.")));
    }

    /// Somebody of the team, by name.
    ///
    /// @param as the field that gets the number of their account
    public Keepsake mate(String name, String as) {
        return with(
                name,
                as,
                (value, here) -> {
                    var mate = here.mates().get(value.asString(""));
                    if (mate == null) {
                        throw new Refusal.Unusable(
                                "Nobody, or more than one, of the team is called %s here. Invite them and import it again."
                                        .formatted(value.asString("")));
                    }
                    return mate;
                });
    }

    /// The same, nobody when it is not clear who.
    public Keepsake mateIfClear(String name, String as) {
        return with(name, as, (value, here) -> here.mates().get(value.asString("")));
    }

    /// A list of objects with fields of their own.
    public Keepsake list(String name, Function<Keepsake, Keepsake> of) {
        var inner = of.apply(of(type, "", ""));
        return with(
                name,
                (value, here) -> value.valueStream().map(one -> inner.read(one, here)).toList());
    }

    private Keepsake with(String name, Reads reads) {
        return with(name, bare(name), reads);
    }

    private Keepsake with(String name, String as, Reads reads) {
        var more = new ArrayList<>(fields);
        more.add(new Field(bare(name), as, !name.endsWith("?"), reads));
        return new Keepsake(type, out, in, more, unless);
    }

    private static String bare(String name) {
        return name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    }

    /// @throws Refusal.Unusable for a field that is missing or not as it must be
    Map<String, @Nullable Object> read(JsonNode row, Here here) {
        var read = new LinkedHashMap<String, @Nullable Object>();
        for (var field : fields) {
            if (field.name().isEmpty()) {
                read.put(field.as(), field.reads().from(row, here));
            } else if (row.hasNonNull(field.name())) {
                read.put(field.as(), field.reads().from(row.path(field.name()), here));
            } else if (field.must()) {
                throw Readings.wrong(field.name(), "is missing");
            }
        }
        return read;
    }
}
