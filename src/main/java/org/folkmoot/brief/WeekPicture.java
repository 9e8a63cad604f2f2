package org.folkmoot.brief;

import java.awt.Color;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import org.folkmoot.web.Wording;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/// The days of the week by their hours for print: the more people, the darker.
final class WeekPicture {

    private static final float HEIGHT = 11;
    private static final float SMALL = 6.5f;
    private static final Color INK = new Color(0x5c, 0x68, 0x6e);
    private static final int[] NOTHING = {0xee, 0xf1, 0xf2};
    private static final int[] MOST = {0x0c, 0x5a, 0x60};

    private WeekPicture() {}

    static PdfPTable of(Rhythm rhythm, Wording in, Letters letters) {
        var widths = new float[25];
        java.util.Arrays.fill(widths, 1);
        widths[0] = 2.2f;
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        int most = Math.max(1, rhythm.busiest().people());
        for (int day = 0; day < 7; day++) {
            var name =
                    DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT_STANDALONE, in.locale());
            table.addCell(words(letters.phrase(name, SMALL, Font.NORMAL, INK), Element.ALIGN_LEFT));
            for (int people : rhythm.people().get(day)) {
                var cell = new PdfPCell();
                cell.setFixedHeight(HEIGHT);
                cell.setBorderColor(Color.WHITE);
                cell.setBackgroundColor(between((double) people / most));
                table.addCell(cell);
            }
        }
        table.addCell(words(new Phrase(""), Element.ALIGN_LEFT));
        for (int hour = 0; hour < 24; hour++) {
            var label = hour % 6 == 0 ? "%02d".formatted(hour) : "";
            table.addCell(
                    words(letters.phrase(label, SMALL, Font.NORMAL, INK), Element.ALIGN_CENTER));
        }
        return table;
    }

    private static PdfPCell words(Phrase phrase, int align) {
        var cell = new PdfPCell(phrase);
        cell.setBorder(0);
        cell.setPadding(1);
        cell.setHorizontalAlignment(align);
        return cell;
    }

    private static Color between(double share) {
        var parts =
                List.of(0, 1, 2).stream()
                        .mapToInt(i -> (int) (NOTHING[i] + (MOST[i] - NOTHING[i]) * share))
                        .toArray();
        return new Color(parts[0], parts[1], parts[2]);
    }
}
