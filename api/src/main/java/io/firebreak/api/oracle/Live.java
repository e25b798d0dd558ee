package io.firebreak.api.oracle;

/** An oracle that shows what a market or pool pays at every moment: asked again after each trade inside a block. */
public interface Live {}
