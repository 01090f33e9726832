package io.yuanqing.hj212.explain;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Part;
import io.yuanqing.hj212.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame drawn for people: its parts in the order of their bytes with what they say, then its problems, each with its
 * place, its likely cause and the rule.
 *
 * <pre>
 *   0  ##               head
 *   2  0101             length of the data segment (it has 101 bytes)
 *   6  QN=2016…857223;  request number: 2016-08-01 08:58:57.223
 * </pre>
 */
public final class Explanation {

    private static final int WIDEST_BYTES = 44;

    /** Columns of the frame that are shown before and behind a problem's place. */
    private static final int BEFORE = 30;

    private static final int BEHIND = 36;

    private final Decoded decoded;
    private final Language in;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Decoded decoded, Language in) {
        this.decoded = decoded;
        this.in = in;
    }

    /** Lines that end with LF. */
    public static String of(Decoded decoded, Language language) {
        Explanation explanation = new Explanation(decoded, language);
        explanation.verdict();
        explanation.parts();
        for (Problem problem : decoded.problems()) {
            explanation.problem(problem);
        }
        return explanation.text.toString();
    }

    /** The same for a run of bytes that belong to no frame. */
    public static String of(Problem noise, Language language) {
        return mark(noise, language) + " " + noise.code() + " " + language.say(noise.messageZh(), noise.message())
                + "\n";
    }

    private void verdict() {
        int remarks = decoded.problems().size();
        String verdict = !decoded.ok()
                ? in.say("不能采用", "cannot be taken as data")
                : remarks == 0
                        ? in.say("完整有效", "intact")
                        : in.say(
                                "可以采用，有 " + remarks + " 处不合规范",
                                "can be taken, with " + remarks + (remarks == 1 ? " remark" : " remarks"));
        text.append(in.say("报文 ", "Frame of "))
                .append(decoded.bytes().length)
                .append(in.say(" 字节，HJ 212-", " bytes, HJ 212-"))
                .append(decoded.edition().year())
                .append(in.say("：", ": "))
                .append(verdict)
                .append('\n');
    }

    private void parts() {
        Meaning meaning = new Meaning(decoded, in);
        List<Part> parts = decoded.parts();
        List<String> shown = new ArrayList<>();
        int widest = 0;
        for (Part part : parts) {
            String bytes = Columns.cut(Columns.visible(decoded.plain(), part.start(), part.end()), WIDEST_BYTES);
            shown.add(bytes);
            widest = Math.max(widest, Columns.width(bytes));
        }
        for (int i = 0; i < shown.size(); i++) {
            Part part = parts.get(i);
            text.append(String.format("%6d  ", part.start()))
                    .append(Columns.padded(shown.get(i), widest))
                    .append("  ")
                    .append(meaning.of(part))
                    .append('\n');
        }
    }

    private void problem(Problem problem) {
        text.append(mark(problem, in))
                .append(' ')
                .append(problem.code())
                .append(in.say("，第 ", ", byte "))
                .append(problem.at())
                .append(in.say(" 字节：", ": "))
                .append(in.say(problem.messageZh(), problem.message()))
                .append('\n');
        place(problem.at());
        String cause = in == Language.ZH ? problem.causeZh() : problem.cause();
        if (cause != null && !cause.equals(in.say(problem.messageZh(), problem.message()))) {
            line(in.say("可能原因：", "Likely cause: ") + cause);
        }
        line(in.say("规范：", "Rule: ")
                + in.say(problem.code().ruleZh(), problem.code().rule()));
    }

    private static String mark(Problem problem, Language in) {
        return problem.error() ? in.say("✗ 错误", "✗ error") : in.say("! 提示", "! warning");
    }

    /** The bytes around the place, and a caret below it. */
    private void place(int at) {
        byte[] bytes = decoded.plain();
        int place = Math.min(Math.max(at, 0), bytes.length);
        int from = Math.max(0, place - BEFORE);
        // A character of several bytes is not cut within.
        while (from > 0 && from < place && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        String before = (from > 0 ? "…" : "") + Columns.visible(bytes, from, place);
        String behind = Columns.cut(Columns.visible(bytes, place, Math.min(bytes.length, place + 2 * BEHIND)), BEHIND);
        line(before + behind);
        line(" ".repeat(Columns.width(before)) + "^");
    }

    private void line(String content) {
        text.append("    ").append(content).append('\n');
    }
}
