"""The trade of Concord: profile, evidence, plan and papers of a debt negotiation. Nothing here knows Qt."""

__version__ = "0.1.0"
