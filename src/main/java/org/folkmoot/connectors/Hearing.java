package org.folkmoot.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.fields.FieldsArchive;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ProfileField;
import org.folkmoot.members.SaidElsewhere;
import org.folkmoot.members.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes in what another team said of people by hand, and the fields it said it in.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Hearing {

    private final SaidElsewhere said;
    private final FieldsArchive fields;
    private final FieldColumns columns;

    Hearing(SaidElsewhere said, FieldsArchive fields, FieldColumns columns) {
        this.said = said;
        this.fields = fields;
        this.columns = columns;
    }

    /// @param ids the identities of all accounts named in the page
    /// @return what cannot be kept
    List<Found.Refused> take(List<Found> page, Map<Told.Key, Long> ids) {
        var refused = new ArrayList<Found.Refused>();
        var profile = new ArrayList<SaidElsewhere.Saying>();
        var own = new ArrayList<SaidElsewhere.Saying>();
        for (var found : page) {
            if (found instanceof Found.OwnField f) {
                fields.bring(f.key(), f.name(), f.kind(), f.choices(), f.guarded(), f.archived())
                        .ifPresent(why -> refused.add(refused(why, f)));
            } else if (found instanceof Found.Said s) {
                try {
                    (s.own() ? own : profile).add(told(s));
                } catch (Refusal.Unusable e) {
                    refused.add(refused(String.valueOf(e.getMessage()), s));
                }
            }
        }
        said.bring(profile, ids);
        columns.take(page, ids).forEach((one, why) -> refused.add(refused(why, one)));
        fields.bring(own, ids).forEach((one, why) -> refused.add(refused(why, one)));
        return refused;
    }

    private static SaidElsewhere.Saying told(Found.Said s) {
        var value = s.value();
        if (!s.own()) {
            value =
                    ProfileField.of(s.field())
                            .orElseThrow(
                                    () ->
                                            new Refusal.Unusable(
                                                    "No profile has a field %s."
                                                            .formatted(s.field())))
                            .usable(value);
        }
        return new SaidElsewhere.Saying(
                new Told.Key(s.source(), s.id()), s.field(), value, s.by(), s.at());
    }

    private static Found.Refused refused(String why, Record row) {
        return new Found.Refused("", 0, why, row.toString());
    }
}
