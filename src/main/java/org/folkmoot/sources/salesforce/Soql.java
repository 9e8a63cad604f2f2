package org.folkmoot.sources.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.folkmoot.connectors.csv.Dates;

/// What is asked for in each stage. Only times and ids that look like such get into a query.
final class Soql {

    /// A change appears when it is committed, a little after the time that it bears.
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15,18}");

    private static final String CONTACT =
            "Id, Name, FirstName, LastName, Email, Title, MailingCity, MailingState, MailingCountry, Account.Name, "
                    + "CreatedDate, LastModifiedDate, SystemModstamp";
    private static final String CAMPAIGN =
            "Id, Name, Type, Status, Description, StartDate, EndDate, CreatedDate, SystemModstamp";
    private static final String MEMBER =
            "Id, CampaignId, Campaign.Name, ContactId, LeadId, Status, HasResponded, FirstRespondedDate, "
                    + "Name, Email, Title, CompanyOrAccount, CreatedDate, SystemModstamp";

    private Soql() {}

    /// @param since from when on campaigns and who took part are wanted
    static String of(At at, Instant since) {
        return switch (at.stage()) {
            case ORG, CONTACTS -> query(CONTACT, "Contact", "", at);
            case CAMPAIGNS -> query(CAMPAIGN, "Campaign", from(at, since), at);
            case MEMBERS -> query(MEMBER, "CampaignMember", from(at, since), at);
            case GONE_CONTACTS ->
                    query(
                            "Id, MasterRecordId, IsDeleted, SystemModstamp",
                            "Contact",
                            "IsDeleted = true",
                            at);
            case GONE_CAMPAIGNS ->
                    query("Id, IsDeleted, SystemModstamp", "Campaign", "IsDeleted = true", at);
            case GONE_MEMBERS ->
                    query(
                            "Id, IsDeleted, SystemModstamp",
                            "CampaignMember",
                            "IsDeleted = true",
                            at);
        };
    }

    private static String from(At at, Instant since) {
        return since.equals(Instant.EPOCH) || !at.mark().isEmpty()
                ? ""
                : "SystemModstamp >= " + since;
    }

    private static String query(String fields, String of, String only, At at) {
        var where = where(at);
        var both = only.isEmpty() || where.isEmpty() ? only + where : only + " AND " + where;
        return "SELECT %s FROM %s%s ORDER BY SystemModstamp ASC, Id ASC"
                .formatted(fields, of, both.isEmpty() ? "" : " WHERE " + both);
    }

    private static String where(At at) {
        if (!at.time().isEmpty() && ID.matcher(at.id()).matches()) {
            return "(SystemModstamp > %s OR (SystemModstamp = %s AND Id > '%s'))"
                    .formatted(time(at.time()), time(at.time()), at.id());
        }
        return at.mark().isEmpty()
                ? ""
                : "SystemModstamp >= " + Instant.parse(time(at.mark())).minus(AGAIN);
    }

    /// In the one form that is good in a query: Salesforce itself writes +0000.
    static String time(String theirs) {
        var at = Dates.USUAL.read(theirs);
        if (at == null) {
            throw new IllegalArgumentException("This is no time: " + theirs);
        }
        return at.toString();
    }

    /// An id in a query.
    static String quoted(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("%s is no id of Salesforce.".formatted(id));
        }
        return "'" + id + "'";
    }
}
