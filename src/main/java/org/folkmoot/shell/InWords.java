package org.folkmoot.shell;

import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// One clear sentence on the error stream and exit code 1; a stack trace only when asked for with
/// FOLKMOOT_DEBUG.
final class InWords
        implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        if (System.getenv("FOLKMOOT_DEBUG") != null) {
            e.printStackTrace(line.getErr());
        }
        line.getErr().println(sentence(e));
        return 1;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] args) {
        var line = e.getCommandLine();
        line.getErr().println(e.getMessage());
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName(" ") + " --help");
        return 1;
    }

    /// The innermost cause that was written for people, else the innermost.
    static String sentence(Throwable e) {
        Throwable best = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            best = t;
            if (t instanceof Refusal) {
                break;
            }
            if (t instanceof org.springframework.boot.web.server.PortInUseException port) {
                return "Port %d is taken by another program. Stop it, or choose another: ./folkmoot --port %d"
                        .formatted(port.getPort(), port.getPort() + 1);
            }
            if (t instanceof java.io.IOException && t.getMessage() != null) {
                break;
            }
        }
        var message =
                Objects.requireNonNullElse(best.getMessage(), best.getClass().getSimpleName());
        if (message.contains("No space left on device")) {
            return "The disk is full. Free some space and start again.";
        }
        return message;
    }
}
