package io.yuanqing.center.packets.block;

/** A series of numbers that is coded one by one. */
final class Series {

    private final Foretelling.Run run;
    private final Residuals residuals = new Residuals();

    Series(Foretelling way) {
        this.run = new Foretelling.Run(way);
    }

    long code(BitCoder coder, long number) {
        long foretold = run.next();
        long coded = foretold + residuals.code(coder, number - foretold); // wraps around both ways alike
        run.was(coded);
        return coded;
    }
}
