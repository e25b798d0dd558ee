/** Rules of models that only answer or act: margin models, oracles, agents. */
@NullMarked
package io.firebreak.testkit.rule.model;

import org.jspecify.annotations.NullMarked;
