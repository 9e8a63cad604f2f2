package org.folkmoot.brief;

import java.awt.Color;
import java.io.OutputStream;
import java.text.Bidi;
import org.folkmoot.brief.Section.Line;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A brief as a PDF of A4 pages. What is written from the right stands so, and Arabic letters are
/// joined. Letters that the file has no font for become a sign, and its end says so; it says too
/// when some are in fonts of the reader.
final class BriefPdf {

    private static final float MARGIN = 48;
    private static final float TITLE = 18;
    private static final float HEAD = 12.5f;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 8;
    private static final Color INK = new Color(0x1c, 0x24, 0x28);
    private static final Color SOFT = new Color(0x5c, 0x68, 0x6e);

    private final BriefTold told;
    private final Letters letters = new Letters();

    BriefPdf(BriefTold told) {
        this.told = told;
    }

    void write(OutputStream out) {
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle(told.title());
        document.addCreator("Folkmoot");
        document.setDocumentLanguage(told.in().locale().toLanguageTag());
        document.open();
        var page = new PdfPTable(1);
        page.setWidthPercentage(100);
        line(page, told.title(), TITLE, Font.BOLD, INK, 0);
        line(page, told.lede(), TEXT, Font.NORMAL, SOFT, 4);
        told.sections().forEach(section -> section(page, section));
        line(
                page,
                "It names people and quotes them: keep it to those who work with this community.",
                SMALL,
                Font.NORMAL,
                SOFT,
                18);
        if (letters.borrowed()) {
            line(
                    page,
                    "Chinese, Japanese and Korean stand in fonts of your PDF reader. Where it shows blanks or boxes, print the page of the brief in a browser.",
                    SMALL,
                    Font.NORMAL,
                    SOFT,
                    2);
        }
        if (letters.missing()) {
            line(
                    page,
                    "\u25a1 stands for letters this file has no font for. Print the page of the brief in a browser, and they are there.",
                    SMALL,
                    Font.NORMAL,
                    SOFT,
                    2);
        }
        document.add(page);
        document.close();
    }

    /// A title never stands alone at the end of a page.
    private void section(PdfPTable page, Section section) {
        var head = new PdfPTable(1);
        line(head, section.title(), HEAD, Font.BOLD, INK, 18);
        if (section.lines().isEmpty()) {
            line(head, section.none(), TEXT, Font.NORMAL, SOFT, 3);
            together(page, head);
            return;
        }
        if (!section.lede().isEmpty()) {
            line(head, section.lede(), TEXT, Font.NORMAL, INK, 3);
        }
        if (section.id().equals("rhythm")) {
            var picture = new PdfPCell(WeekPicture.of(told.brief().rhythm(), told.in(), letters));
            picture.setBorder(0);
            picture.setPadding(0);
            picture.setPaddingTop(8);
            head.addCell(picture);
        }
        entry(head, section.lines().getFirst());
        together(page, head);
        for (var line : section.lines().subList(1, section.lines().size())) {
            var entry = new PdfPTable(1);
            entry(entry, line);
            together(page, entry);
        }
    }

    /// What is in one cell stays on one page.
    private static void together(PdfPTable page, PdfPTable some) {
        var cell = new PdfPCell(some);
        cell.setBorder(0);
        cell.setPadding(0);
        page.addCell(cell);
    }

    private void entry(PdfPTable page, Line line) {
        line(page, line.lead(), TEXT, Font.BOLD, INK, 6);
        if (!line.words().isEmpty()) {
            line(page, line.words(), TEXT, Font.NORMAL, INK, 1);
        }
        if (!line.note().isEmpty()) {
            line(page, line.note(), SMALL, Font.NORMAL, SOFT, 1);
        }
    }

    private void line(
            PdfPTable page, String words, float size, int style, Color colour, float above) {
        var phrase = new Phrase(size * 1.35f);
        phrase.add(letters.phrase(words, size, style, colour));
        var cell = new PdfPCell(phrase);
        cell.setBorder(0);
        cell.setPadding(0);
        cell.setPaddingTop(above);
        cell.setLeading(size * 1.35f, 0);
        cell.setRunDirection(direction(words));
        page.addCell(cell);
    }

    /// As the first letter that has a direction says.
    static int direction(String words) {
        return new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? PdfWriter.RUN_DIRECTION_LTR
                : PdfWriter.RUN_DIRECTION_RTL;
    }
}
