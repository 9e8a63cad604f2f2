package org.folkmoot.community;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.TreeMap;
import org.folkmoot.access.Trail;
import org.folkmoot.community.BusinessHours.Span;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where the business hours of the community we are in are written down.
@Repository
@Transactional
public class HoursBook {

    private final JdbcClient db;
    private final Trail trail;

    HoursBook(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// The chosen ones, or the usual ones while there are none.
    @Transactional(readOnly = true)
    public BusinessHours here() {
        var week = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        var holidays = new TreeMap<LocalDate, String>();
        db.sql(
                        """
                        select weekday, opens, closes, null::date, null from community.business_hours
                        where community_id = :here
                        union all
                        select null, null, null, day, name from community.holiday where community_id = :here
                        """)
                .param("here", Here.community().value())
                .query(
                        row -> {
                            var holiday = row.getObject(4, LocalDate.class);
                            if (holiday == null) {
                                week.put(
                                        DayOfWeek.of(row.getInt(1)),
                                        new Span(row.getInt(2), row.getInt(3)));
                            } else {
                                holidays.put(holiday, row.getString(5));
                            }
                        });
        return week.isEmpty() ? BusinessHours.USUAL : new BusinessHours(week, holidays, true);
    }

    /// Writes other ones down.
    ///
    /// @return false when they were the same before, and chosen
    boolean keep(BusinessHours hours) {
        oneWriterAtATime();
        if (hours.equals(here())) {
            return false;
        }
        for (var table : new String[] {"business_hours", "holiday"}) {
            db.sql("delete from community.%s where community_id = :here".formatted(table))
                    .param("here", Here.community().value())
                    .update();
        }
        var days = new ArrayList<>(hours.week().keySet());
        var spans = days.stream().map(hours.week()::get).toList();
        db.sql(
                        """
                        insert into community.business_hours (community_id, weekday, opens, closes)
                        select :here, d.weekday, d.opens, d.closes
                        from unnest(:weekdays::smallint[], :opens::smallint[], :closes::smallint[]) d(weekday, opens, closes)
                        """)
                .param("here", Here.community().value())
                .param("weekdays", days.stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .param("opens", spans.stream().map(Span::opens).toArray(Integer[]::new))
                .param("closes", spans.stream().map(Span::closes).toArray(Integer[]::new))
                .update();
        db.sql(
                        """
                        insert into community.holiday (community_id, day, name)
                        select :here, d.day, d.name from unnest(:days::date[], :names::text[]) d(day, name)
                        """)
                .param("here", Here.community().value())
                .param(
                        "days",
                        hours.holidays().keySet().stream()
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("names", hours.holidays().values().toArray(String[]::new))
                .update();
        trail.record(
                "business hours changed", "community", Here.community().toString(), hours.told());
        return true;
    }

    private void oneWriterAtATime() {
        db.sql("select 1 from community.community where id = :here for update")
                .param("here", Here.community().value())
                .query((_, _) -> 1)
                .list();
    }
}
