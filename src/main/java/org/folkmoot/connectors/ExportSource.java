package org.folkmoot.connectors;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.intake.Tree;

/// An export on disk as a source of findings.
record ExportSource(Format format, Tree tree, Map<String, String> options)
        implements PageReader.Source {

    @Override
    public void into(Finds finds) throws IOException {
        for (var left : format.readsFiles() ? tree.leftOut() : List.<String>of()) {
            var end = left.lastIndexOf(": ");
            finds.add(
                    new Found.Refused(
                            end < 0 ? left : left.substring(0, end),
                            0,
                            "It was left out: " + left.substring(end < 0 ? 0 : end + 2) + ".",
                            ""));
        }
        format.read(tree, options, finds);
    }

    @Override
    public long bytesRead() {
        return tree.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return tree.bytesTotal();
    }

    @Override
    public String reading() {
        return tree.reading();
    }

    @Override
    public void close() throws IOException {
        tree.close();
    }
}
