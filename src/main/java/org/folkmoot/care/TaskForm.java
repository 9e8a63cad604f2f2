package org.folkmoot.care;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// The form as it was sent.
///
/// @param owner an account, or empty for nobody
/// @param about members
/// @param also one more: `#12`, or the address of a profile
record TaskForm(
        @Nullable String text,
        @Nullable String day,
        @Nullable String time,
        @Nullable String owner,
        @Nullable String thread,
        @Nullable List<Long> about,
        @Nullable String also,
        @Nullable String back) {

    private static final Pattern PERSON = Pattern.compile("(?:#|.*/people/|^)(\\d{1,18})\\b.*");

    static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    Tasks.Wish wish() {
        var all = new ArrayList<>(about == null ? List.<Long>of() : about);
        var more = or(also).strip();
        if (!more.isEmpty()) {
            var one = PERSON.matcher(more);
            if (!one.matches()) {
                throw new Refusal.Unusable(
                        "Choose the person from the list, or paste the address of their profile.");
            }
            all.add(Long.valueOf(one.group(1)));
        }
        return new Tasks.Wish(
                or(text),
                Task.Due.of(or(day), or(time)),
                number(or(owner)),
                number(or(thread)),
                all);
    }

    static @Nullable Long number(String typed) {
        try {
            return typed.isBlank() ? null : Long.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("Choose somebody of the list.");
        }
    }

    static TaskForm of(Task task) {
        var due = task.due();
        return new TaskForm(
                task.text(),
                due == null ? "" : due.day().toString(),
                due == null || due.time() == null ? "" : due.time().toString(),
                task.owner() == null ? "" : Long.toString(task.owner().account()),
                task.thread() == null ? "" : Long.toString(task.thread()),
                task.about().stream().map(Who::member).toList(),
                "",
                "");
    }

    /// A task as the form would send it.
    static String address(Task task) {
        var form = of(task);
        var address =
                new StringBuilder("text=" + Reader.encoded(task.text()))
                        .append("&day=" + form.day())
                        .append("&time=" + or(form.time()).replace(":", "%3A"))
                        .append("&owner=" + (task.ownerLeft() ? "" : form.owner()))
                        .append("&thread=" + form.thread());
        task.about().forEach(who -> address.append("&about=").append(who.member()));
        return address.toString();
    }
}
