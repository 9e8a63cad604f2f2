package org.folkmoot.sources.salesforce;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What rows of Salesforce mean: contacts and leads are people, campaigns are events where their
/// type says so, and a member's status, in the org's own words, tells whether they registered or
/// came.
final class SalesforceAnswers {

    private static final String CAMPAIGNS = "campaigns";
    private static final Pattern EVENT =
            Pattern.compile(
                    "event|webinar|conference|seminar|trade ?show|meet-?up|workshop|training|hackathon");
    private static final Pattern AWAY =
            Pattern.compile(
                    "\\bnot\\b|no.?show|\\bnever|cancel|declin|reject|absent|unsubscr|invit|sent\\b|wait");
    /// Who cancels had registered; who declines may yet register.
    private static final Pattern CANCELLED = Pattern.compile("cancel|withdr[ae]w|unregist");

    private static final Pattern CAME =
            Pattern.compile("attend|present\\b|participat|check.?in|came");
    private static final Pattern REGISTERED =
            Pattern.compile("regist|rsvp|confirm|accept|sign(ed)?.?up|enrol|respond|yes");

    private final String source;
    private final String instance;
    private final Finds finds;

    /// @param org its id, or what else makes it out
    SalesforceAnswers(String org, String instance, Finds finds) {
        this.source = "salesforce:" + org;
        this.instance = instance;
        this.finds = finds;
        finds.add(new Found.Origin(source, "Salesforce", Markup.PLAIN));
        finds.add(Found.Place.of(source, CAMPAIGNS, "Campaigns", Style.CALENDAR));
    }

    void contact(JsonNode row) {
        var id = id(text(row, "Id"));
        if (id.isEmpty()) {
            refuse("Contact", "This contact has no Id.", row);
            return;
        }
        finds.add(
                Person.of(source, id)
                        .with(Field.NAME, name(row))
                        .with(Field.EMAIL, text(row, "Email"))
                        .with(Field.TITLE, text(row, "Title"))
                        .with(Field.ORGANISATION, text(row.path("Account"), "Name"))
                        .with(
                                Field.LOCATION,
                                Stream.of("MailingCity", "MailingState", "MailingCountry")
                                        .map(field -> text(row, field))
                                        .filter(part -> !part.isBlank())
                                        .collect(Collectors.joining(", ")))
                        .with(Field.URL, instance + "/" + id)
                        .joined(time(row, "CreatedDate"))
                        .asOf(time(row, "SystemModstamp")));
    }

    private static String name(JsonNode row) {
        var name = text(row, "Name");
        return name.isBlank()
                ? (text(row, "FirstName") + " " + text(row, "LastName")).strip()
                : name;
    }

    /// A deleted contact; one that was merged lives on as another.
    void gone(JsonNode row, Instant now) {
        var id = id(text(row, "Id"));
        var other = id(text(row, "MasterRecordId"));
        var at = time(row, "SystemModstamp");
        if (!other.isEmpty()) {
            finds.add(
                    new Found.Claim(
                            source, other, source, id, true, "They were merged in Salesforce"));
        } else if (!id.isEmpty()) {
            finds.add(Person.of(source, id).left(at == null ? now : at));
        }
    }

    void campaign(JsonNode row) {
        var id = id(text(row, "Id"));
        var starts = time(row, "StartDate");
        var event = EVENT.matcher(text(row, "Type").toLowerCase(Locale.ROOT)).find();
        finds.add(
                Deed.of(
                                source,
                                "campaign/" + id,
                                event ? Kind.EVENT_ORGANISED : Kind.SYSTEM_NOTE,
                                null,
                                starts == null ? time(row, "CreatedDate") : starts)
                        .inferred(starts == null)
                        .in(CAMPAIGNS)
                        .titled(orNull(text(row, "Name")))
                        .sayingAll(told(row, "Description"))
                        .at(instance + "/" + id)
                        .fact("campaign_type", text(row, "Type"))
                        .fact("status", text(row, "Status"))
                        .fact("ends", text(row, "EndDate")));
    }

    void campaignGone(JsonNode row) {
        finds.add(mark("campaign/" + id(text(row, "Id")), row));
    }

    private Found.Mark mark(String deed, JsonNode row) {
        return new Found.Mark(
                source, deed, Found.Mark.What.DELETED, null, time(row, "SystemModstamp"));
    }

    /// Whoever was only invited did nothing yet, but is known from here.
    void member(JsonNode row) {
        var contact = id(text(row, "ContactId"));
        var lead = id(text(row, "LeadId"));
        var who = contact.isEmpty() ? lead : contact;
        if (who.isEmpty()) {
            return; // of an account, not of a person
        }
        if (contact.isEmpty()) {
            finds.add(
                    Person.of(source, lead)
                            .with(Field.NAME, name(row))
                            .with(Field.EMAIL, text(row, "Email"))
                            .with(Field.TITLE, text(row, "Title"))
                            .with(Field.ORGANISATION, text(row, "CompanyOrAccount"))
                            .asOf(time(row, "SystemModstamp")));
        } else if (!lead.isEmpty()) {
            finds.add(
                    new Found.Claim(
                            source,
                            contact,
                            source,
                            lead,
                            true,
                            "The lead became this contact in Salesforce"));
        }
        var status = text(row, "Status");
        var kind = kind(status, row.path("HasResponded").asBoolean(false));
        if (kind != null) {
            finds.add(took(row, who, status, kind));
        } else if (CANCELLED.matcher(status.toLowerCase(Locale.ROOT)).find()) {
            finds.add(mark(deed(id(text(row, "Id")), Kind.REGISTRATION), row));
        }
    }

    private Deed took(JsonNode row, String who, String status, Kind kind) {
        var responded = time(row, "FirstRespondedDate");
        var stamped = time(row, "CreatedDate");
        var at = responded == null ? stamped : responded;
        var campaign = id(text(row, "CampaignId"));
        return Deed.of(source, deed(id(text(row, "Id")), kind), kind, who, at)
                .inferred(responded == null || kind == Kind.ATTENDANCE)
                .in(CAMPAIGNS)
                .under(campaign.isEmpty() ? null : "campaign/" + campaign)
                .titled(orNull(text(row.path("Campaign"), "Name")))
                .fact("status", status);
    }

    private static String deed(String member, Kind kind) {
        return "member/%s/%s".formatted(member, kind.key());
    }

    void memberGone(JsonNode row) {
        for (var kind : new Kind[] {Kind.REGISTRATION, Kind.ATTENDANCE}) {
            finds.add(mark(deed(id(text(row, "Id")), kind), row));
        }
    }

    /// Each org has its own words for it.
    static @Nullable Kind kind(String status, boolean responded) {
        var words = status.toLowerCase(Locale.ROOT);
        if (AWAY.matcher(words).find()) {
            return null;
        }
        if (CAME.matcher(words).find()) {
            return Kind.ATTENDANCE;
        }
        return responded || REGISTERED.matcher(words).find() ? Kind.REGISTRATION : null;
    }

    /// Of 18 characters: of 15 the same id is told apart by upper and lower case alone.
    static String id(String theirs) {
        if (!theirs.matches("[A-Za-z0-9]{15}")) {
            return theirs;
        }
        var more = new StringBuilder(theirs);
        for (int block = 0; block < 15; block += 5) {
            int upper = 0;
            for (int n = 0; n < 5; n++) {
                upper |= Character.isUpperCase(theirs.charAt(block + n)) ? 1 << n : 0;
            }
            more.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(upper));
        }
        return more.toString();
    }

    private void refuse(String of, String why, JsonNode row) {
        finds.add(new Found.Refused(of, 0, why, row.toString()));
    }

    private static @Nullable Instant time(JsonNode row, String field) {
        return Dates.USUAL.read(text(row, field));
    }
}
